namespace DataCatalog.Http.Hot;

/// <summary>The answers at one address.</summary>
/// <param name="Syntaxes">The syntaxes among which the request chooses.</param>
/// <param name="IsFixed">Whether the address names the syntax, which is then the only one here.</param>
/// <param name="Answers">The answers that are ready.</param>
internal sealed record HotTarget(IReadOnlyList<Syntax> Syntaxes, bool IsFixed, HotAnswer[] Answers)
{
    /// <summary>The memory of the answers, in bytes.</summary>
    public int Size => Answers.Sum(answer => answer.Size);

    /// <summary>Returns the answer in the form that a request asks for; null when it is not ready.</summary>
    public HotAnswer? Find(HttpRequest request, string? coding)
    {
        var syntax = IsFixed ? Syntaxes[0] : AcceptedSyntaxes.Of(request.Headers.Accept).Best(Syntaxes);
        var isForOrigin = HotForm.HasOrigin(request);
        var language = syntax == Syntax.Html ? PageLanguage.Of(request) : null;
        return Array.Find(Answers, answer => ReferenceEquals(answer.Form.Syntax, syntax)
            && answer.Form.IsForOrigin == isForOrigin
            && string.Equals(answer.Form.Language, language, StringComparison.Ordinal)
            && string.Equals(answer.Form.Coding, coding, StringComparison.Ordinal));
    }

    /// <summary>Returns this target with one answer more, or with one in the place of that of the same form.</summary>
    public HotTarget With(HotAnswer answer) => this with { Answers = [.. Answers.Where(other => other.Form != answer.Form), answer] };
}
