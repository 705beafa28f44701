using System.Text.RegularExpressions;
using DataCatalog.Rdf;
using FluentValidation;

namespace DataCatalog.Dcat.Rules;

/// <summary>Rules on addresses. Each lets null pass: it means that the address is not known.</summary>
public static partial class Urls
{
    /// <summary>An address that people and harvesters can open.</summary>
    public static void Url<T>(this IRuleBuilder<T, string?> rule) => rule
        .Must(url => url is null || IsUrl(url))
        .WithMessage("an absolute http or https URL without user name and without characters that must be percent-encoded");

    /// <summary>A name of something others maintain, which need not be an address.</summary>
    public static void AbsoluteIri<T>(this IRuleBuilder<T, string?> rule) => rule
        .Must(iri => iri is null || Iri.IsWellFormed(iri))
        .WithMessage("an absolute IRI");

    public static void Email<T>(this IRuleBuilder<T, string?> rule) => rule
        .Must(email => email is null || IsEmail(email))
        .WithMessage("an e-mail address such as name@example.org");

    /// <summary>Whether the text is an absolute http or https URL that every RDF syntax can hold, without user info.</summary>
    public static bool IsUrl(string text) =>
        Iri.IsWellFormed(text)
        && Uri.TryCreate(text, UriKind.Absolute, out var uri)
        && uri.Scheme is "http" or "https"
        && uri.Host.Length > 0
        && uri.UserInfo.Length == 0;

    /// <summary>Whether the text has the form of an e-mail address and can follow <c>mailto:</c> as it is.</summary>
    public static bool IsEmail(string text) => Address.IsMatch(text);

    [GeneratedRegex(
        @"^[A-Za-z0-9_+~-]+(\.[A-Za-z0-9_+~-]+)*@([A-Za-z0-9-]+\.)+[A-Za-z]{2,}\z",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Address { get; }
}
