using System.Text.RegularExpressions;
using DataCatalog.Dcat.Records;
using DataCatalog.Rdf;
using FluentValidation;

namespace DataCatalog.Dcat.Rules;

/// <summary>Rules on addresses. Null passes each of them: the address is not known.</summary>
public static partial class Urls
{
    /// <summary>Requires an address that people and harvesters can open.</summary>
    public static void Url<T>(this IRuleBuilder<T, string?> rule) => rule
        .Must(url => url is null || IsUrl(url))
        .WithMessage((_, url) => $"an absolute http or https URL without user name{Fault(url!)}");

    /// <summary>
    /// Requires an https address in which codes of territories stand (<see cref="UrlTemplates"/>), and which is an address once they are
    /// filled in.
    /// </summary>
    public static void UrlTemplate<T>(this IRuleBuilder<T, string?> rule) => rule
        .Must(template => template is null || IsUrlTemplate(template))
        .WithMessage((_, template) =>
            $"an https address with one or more of {string.Join(", ", UrlTemplates.Variables.Select(name => $"{{{name}}}"))}"
            + (UrlTemplates.Fault(template!) is { } fault ? $"; {fault}" : ""));

    /// <summary>Requires an IRI that others maintain; it need not be an address.</summary>
    public static void AbsoluteIri<T>(this IRuleBuilder<T, string?> rule) => rule
        .Must(iri => iri is null || IsIri(iri))
        .WithMessage((_, iri) => $"an absolute IRI{Fault(iri!)}");

    public static void Email<T>(this IRuleBuilder<T, string?> rule) => rule
        .Must(email => email is null || IsEmail(email))
        .WithMessage("an e-mail address such as name@example.org");

    /// <summary>
    /// Tells whether a text is an absolute IRI by the grammar, which every RDF syntax can hold, without invisible characters.
    /// </summary>
    public static bool IsIri(string text) => IriGrammar.IsIri(text) && Iri.IsWellFormed(text) && TextDamage.Find(text) is null;

    /// <summary>Tells whether a text is such an IRI with http or https and a host, without user name.</summary>
    public static bool IsUrl(string text) =>
        IsIri(text)
        && Uri.TryCreate(text, UriKind.Absolute, out var uri)
        && uri.Scheme is "http" or "https"
        && uri.Host.Length > 0
        && uri.UserInfo.Length == 0;

    /// <summary>Tells whether a text is an https address with variables that stand for codes of territories.</summary>
    public static bool IsUrlTemplate(string text) =>
        text.StartsWith("https://", StringComparison.Ordinal)
        && UrlTemplates.NamesIn(text).Any()
        && UrlTemplates.Fault(text) is null
        && IsUrl(UrlTemplates.Fill(text, _ => "0")!);

    /// <summary>Tells whether a text has the form of an e-mail address and can follow <c>mailto:</c> without escapes.</summary>
    public static bool IsEmail(string text) => Address.IsMatch(text);

    /// <summary>Describes what is wrong with an address, after a semicolon; empty when its form is right.</summary>
    public static string Fault(string text) =>
        TextDamage.Find(text) is { } damage ? $"; {damage}"
        : IriGrammar.Fault(text) is { } fault ? $"; {fault} (RFC 3987)"
        : "";

    [GeneratedRegex(
        @"^[A-Za-z0-9_+~-]+(\.[A-Za-z0-9_+~-]+)*@([A-Za-z0-9-]+\.)+[A-Za-z]{2,}\z",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Address { get; }
}
