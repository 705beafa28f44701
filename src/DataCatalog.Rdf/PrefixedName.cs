using System.Buffers;

namespace DataCatalog.Rdf;

/// <summary>An IRI, split into a namespace and a local name.</summary>
internal sealed record PrefixedName(Namespace Namespace, string LocalName)
{
    public override string ToString() => $"{Namespace.Prefix}:{LocalName}";
}

/// <summary>Finds the namespace of an IRI. The longest one wins, so that nested namespaces shorten IRIs as far as they can.</summary>
/// <param name="namespaces">Of two with the same prefix only the first counts: a document binds a prefix once.</param>
/// <param name="isLocalName">Whether the syntax can write the rest of the IRI without escapes.</param>
internal sealed class NamespaceIndex(IEnumerable<Namespace> namespaces, Func<string, bool> isLocalName)
{
    private static readonly SearchValues<char> PlainCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-");

    private readonly Namespace[] _longestFirst =
        [.. namespaces.DistinctBy(space => space.Prefix, StringComparer.Ordinal).OrderByDescending(space => space.Base.Length)];

    private readonly Dictionary<Iri, PrefixedName?> _known = [];

    public PrefixedName? Find(Iri iri)
    {
        if (!_known.TryGetValue(iri, out var name))
        {
            _known.Add(iri, name = Split(iri.Value));
        }

        return name;
    }

    /// <summary>
    /// Tells whether Turtle (PN_LOCAL) and JSON-LD keys take a name without escapes: ASCII letters, digits, <c>_</c> and <c>-</c>.
    /// </summary>
    public static bool IsPlain(string localName) =>
        localName.Length > 0 && localName[0] != '-' && !localName.AsSpan().ContainsAnyExcept(PlainCharacters);

    /// <summary>Splits an IRI without remembering it.</summary>
    public PrefixedName? Split(string iri)
    {
        foreach (var space in _longestFirst)
        {
            if (iri.StartsWith(space.Base, StringComparison.Ordinal) && iri[space.Base.Length..] is var name && isLocalName(name))
            {
                return new PrefixedName(space, name);
            }
        }

        return null;
    }
}
