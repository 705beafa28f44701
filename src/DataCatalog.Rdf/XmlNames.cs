using System.Globalization;
using System.Xml;

namespace DataCatalog.Rdf;

/// <summary>
/// The element names of an RDF/XML document and the namespaces they need. A name outside the given namespaces gets a generated one:
/// RDF/XML has no other way to write a property (RDF 1.1 XML Syntax, section 2.2).
/// </summary>
internal sealed class XmlNames
{
    /// <summary>The names that are part of the syntax (sections 7.2.2 to 7.2.4); readers turn <c>rdf:li</c> into <c>rdf:_1</c>.</summary>
    private static readonly HashSet<Iri> Syntax =
    [
        .. new[]
        {
            "RDF", "ID", "about", "parseType", "resource", "nodeID", "datatype", "Description", "li",
            "aboutEach", "aboutEachPrefix", "bagID",
        }.Select(name => RdfTerms.Namespace[name]),
    ];

    /// <summary>The namespaces of reserved prefixes (Namespaces in XML 1.0, section 3): no element may be in them.</summary>
    private static readonly string[] Reserved = ["http://www.w3.org/XML/1998/namespace", "http://www.w3.org/2000/xmlns/"];

    private readonly NamespaceIndex _given;
    private readonly HashSet<string> _prefixes;
    private readonly Dictionary<string, Namespace> _generated = new(StringComparer.Ordinal);
    private readonly List<Namespace> _used = [];
    private readonly Dictionary<Iri, PrefixedName?> _found = [];

    private XmlNames(IReadOnlyList<Namespace> prefixes)
    {
        Namespace[] all = [.. prefixes.Where(space => !Reserved.Contains(space.Base, StringComparer.Ordinal)), RdfTerms.Namespace];
        _given = new NamespaceIndex(all, IsLocalName);
        _prefixes = all.Select(space => space.Prefix).ToHashSet(StringComparer.Ordinal);
        Rdf = Use(Split(RdfTerms.Type)!).Namespace;
    }

    /// <summary>The namespaces to declare on the root, RDF's first.</summary>
    public IReadOnlyList<Namespace> Declared => _used;

    /// <summary>The RDF namespace with the prefix it has in this document.</summary>
    public Namespace Rdf { get; }

    /// <summary>Makes the names of a document whose graphs are not known yet: its root declares all prefixes.</summary>
    public static XmlNames DeclaringAll(IReadOnlyList<Namespace> prefixes)
    {
        var names = new XmlNames(prefixes);
        foreach (var space in prefixes)
        {
            names.Find(space["x"]);
        }

        return names;
    }

    /// <summary>Makes the names of a document of one graph: its root declares the namespaces that the graph uses.</summary>
    /// <exception cref="ArgumentException">The graph has a predicate that XML cannot name.</exception>
    public static XmlNames DeclaringUsed(IReadOnlyList<Namespace> prefixes, Graph graph)
    {
        var names = new XmlNames(prefixes);
        foreach (var node in graph.Nodes)
        {
            names.ElementOf(node);
            node.Statements.ForEach(property => names.ElementOf(property.Predicate));
        }

        return names;
    }

    /// <summary>Returns the element name of a node: its first class. Null when it has no class, or one that XML cannot name.</summary>
    public PrefixedName? ElementOf(Node node) => node.Types is [Iri type, ..] ? Find(type) : null;

    /// <summary>Returns the element name of a predicate.</summary>
    /// <exception cref="ArgumentException">XML cannot name it.</exception>
    public PrefixedName ElementOf(Iri predicate) => Find(predicate)
        ?? throw new ArgumentException($"RDF/XML cannot write the predicate {predicate}: it ends with no XML name.", nameof(predicate));

    private PrefixedName? Find(Iri iri)
    {
        if (!_found.TryGetValue(iri, out var name))
        {
            name = !Syntax.Contains(iri) && Split(iri) is { } split ? Use(split) : null;
            _found.Add(iri, name);
        }

        return name;
    }

    private PrefixedName Use(PrefixedName name)
    {
        if (!_used.Contains(name.Namespace))
        {
            _used.Add(name.Namespace);
        }

        return name;
    }

    private PrefixedName? Split(Iri iri) => _given.Find(iri) ?? SplitAtLastName(iri.Value);

    private PrefixedName? SplitAtLastName(string iri)
    {
        var start = iri.Length;
        while (start > 0 && XmlConvert.IsNCNameChar(iri[start - 1]))
        {
            start--;
        }

        while (start < iri.Length && !XmlConvert.IsStartNCNameChar(iri[start]))
        {
            start++;
        }

        var space = iri[..start];
        return start == iri.Length || Reserved.Contains(space, StringComparer.Ordinal)
            ? null
            : new PrefixedName(Generate(space), iri[start..]);
    }

    private Namespace Generate(string space)
    {
        if (!_generated.TryGetValue(space, out var generated))
        {
            _generated.Add(space, generated = new Namespace(FreePrefix(), space));
        }

        return generated;
    }

    private string FreePrefix()
    {
        var number = _generated.Count + 1;
        string prefix;
        while (!_prefixes.Add(prefix = string.Create(CultureInfo.InvariantCulture, $"ns{number}")))
        {
            number++;
        }

        return prefix;
    }

    private static bool IsLocalName(string text) =>
        text.Length > 0 && XmlConvert.IsStartNCNameChar(text[0]) && text.All(XmlConvert.IsNCNameChar);
}
