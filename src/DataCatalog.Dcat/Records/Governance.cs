namespace DataCatalog.Dcat.Records;

/// <summary>Who may have the data and how to ask.</summary>
/// <param name="Regime">A code of <see cref="Schemes.AccessRegimes"/>.</param>
public sealed record AccessConditions([property: CodeOf(Schemes.AccessRegimes)] string Regime)
{
    /// <summary>The regime of data that anyone may have without asking.</summary>
    public const string Open = "open";

    /// <summary>What each kind of user may expect; empty where it is not known.</summary>
    public IReadOnlyList<Audience> Audiences { get; init; } = [];

    /// <summary>The address at which access is requested.</summary>
    public string? RequestUrl { get; init; }

    /// <summary>Why access is limited: codes of <see cref="Schemes.RestrictionReasons"/>.</summary>
    [CodeOf(Schemes.RestrictionReasons)]
    public IReadOnlyList<string> RestrictionReasons { get; init; } = [];
}

/// <summary>What holds for one kind of user, in the values that data.gouv.fr uses.</summary>
/// <param name="Role">One of <see cref="Roles"/>.</param>
/// <param name="Condition">One of <see cref="Conditions"/>.</param>
public sealed record Audience(string Role, string Condition)
{
    public static readonly IReadOnlyList<string> Roles = ["local_authority_and_administration", "company_and_association", "private"];

    public static readonly IReadOnlyList<string> Conditions = ["yes", "no", "under_condition"];
}

/// <summary>A period that the data cover; either end may be unknown or open.</summary>
public sealed record Period(PartialDate? Start, PartialDate? End);

/// <summary>The same entry on another platform.</summary>
/// <param name="Platform">The platform's host, such as <c>data.gouv.fr</c>.</param>
/// <param name="Identifier">Its identifier there.</param>
public sealed record OtherIdentifier(string Platform, string Identifier);

/// <summary>A use of the data, as an example to follow.</summary>
/// <param name="Title">What was done.</param>
/// <param name="Url">Where it is described.</param>
/// <param name="Territory">The typed code of the territory that did it.</param>
public sealed record ReuseExample(LanguageMap Title, string Url, string? Territory);

/// <summary>Where the facts of an entry were read, when, and how certain they are.</summary>
/// <param name="CheckedAt">The day on which the facts were last checked: the date of the entry's catalogue record.</param>
/// <param name="Confidence">One of <see cref="Confidences"/>.</param>
/// <param name="Sources">What was read.</param>
public sealed record Provenance(DateOnly CheckedAt, string Confidence, IReadOnlyList<Evidence> Sources)
{
    public static readonly IReadOnlyList<string> Confidences = ["high", "medium"];
}

/// <summary>One source that was read.</summary>
/// <param name="Fact">The field that it proves; null when it proves the entry as a whole.</param>
/// <param name="Source">An address or a precise reference.</param>
public sealed record Evidence(string? Fact, string Source);
