using System.Buffers;

namespace DataCatalog.Rdf;

/// <summary>An RDF 1.1 term (RDF 1.1 Concepts, section 3.1): an IRI, a blank node or a literal.</summary>
public abstract record Term
{
    private protected Term()
    {
    }
}

/// <summary>A term that may be the subject of a triple: an IRI or a blank node.</summary>
public abstract record Resource : Term
{
    private protected Resource()
    {
    }
}

/// <summary>An absolute IRI (RFC 3987), kept as written: no normalisation, compared by character.</summary>
public sealed record Iri : Resource
{
    private static readonly SearchValues<char> Forbidden = SearchValues.Create(
        [.. Enumerable.Range(0, 0x21).Select(code => (char)code), '<', '>', '"', '{', '}', '|', '^', '`', '\\']);

    private int _hash;

    /// <summary>Creates an IRI, without any change to its text.</summary>
    /// <param name="value">An absolute IRI. User input is validated before it gets here.</param>
    /// <exception cref="ArgumentException">The value has no scheme, or a character that no RDF syntax allows in an IRI.</exception>
    public Iri(string value)
    {
        if (!IsWellFormed(value))
        {
            throw new ArgumentException($"'{value}' is not an absolute IRI that every RDF syntax can hold.", nameof(value));
        }

        Value = value;
        var colon = value.IndexOf(':', StringComparison.Ordinal);
        ShortScheme = value.AsSpan(colon + 1).StartsWith("//", StringComparison.Ordinal) ? null : value[..colon];
    }

    public string Value { get; }

    /// <summary>The scheme; null where <c>//</c> follows, since no reader takes that for a compact IRI.</summary>
    internal string? ShortScheme { get; }

    public bool Equals(Iri? other) => ReferenceEquals(this, other) || string.Equals(Value, other?.Value, StringComparison.Ordinal);

    /// <summary>Graphs ask for it at every mention, so it is kept.</summary>
    public override int GetHashCode() => _hash == 0 ? _hash = string.GetHashCode(Value, StringComparison.Ordinal) : _hash;

    /// <summary>Tells whether a text has a scheme, only characters that Turtle's IRIREF production allows, and no lone surrogate.</summary>
    public static bool IsWellFormed(string value) =>
        HasScheme(value) && !value.AsSpan().ContainsAny(Forbidden) && XmlText.IsValid(value);

    public override string ToString() => $"<{Value}>";

    private static bool HasScheme(string value)
    {
        var colon = value.IndexOf(':', StringComparison.Ordinal);
        return colon > 0
            && char.IsAsciiLetter(value[0])
            && value.AsSpan(0, colon).IndexOfAnyExcept(SchemeCharacters) < 0;
    }

    private static readonly SearchValues<char> SchemeCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+-.");
}

/// <summary>A blank node. Its label is chosen by the mapping, so that the same graph always gives the same bytes.</summary>
/// <param name="Label">Letters, digits and <c>_</c>, beginning with a letter.</param>
public sealed record BlankNode(string Label) : Resource
{
    public override string ToString() => $"_:{Label}";
}

/// <summary>A literal (RDF 1.1 Concepts, section 3.3).</summary>
public sealed record Literal : Term
{
    private Literal(string value, Iri datatype, string? language) => (Value, Datatype, Language) = (value, datatype, language);

    public string Value { get; }

    public Iri Datatype { get; }

    /// <summary>A lower-case BCP 47 tag; only with <c>rdf:langString</c>.</summary>
    public string? Language { get; }

    public static Literal Of(string text) => new(text, Xsd.String, null);

    public static Literal Of(string text, Iri datatype) => new(text, datatype, null);

    public static Literal InLanguage(string text, string language) => new(text, RdfTerms.LangString, language);

    public static Literal Of(long number) => new(number.ToString(System.Globalization.CultureInfo.InvariantCulture), Xsd.Integer, null);

    public static Literal Of(bool value) => new(value ? "true" : "false", Xsd.Boolean, null);

    public override string ToString() =>
        Language is null ? $"\"{Value}\"^^{Datatype}" : $"\"{Value}\"@{Language}";
}
