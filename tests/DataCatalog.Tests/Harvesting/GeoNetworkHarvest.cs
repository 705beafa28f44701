using System.Text.Json;
using DataCatalog.Rdf;
using DataCatalog.Rdf.Tests;

namespace DataCatalog.Tests.Harvesting;

/// <summary>
/// A document as GeoNetwork 4.4 harvests it: a record for each dcat:CatalogRecord of a dataset or service, made of the statements near it.
/// Several literals become one text, and some values are taken from blank nodes only.
/// </summary>
internal sealed class GeoNetworkHarvest
{
    private const string Dcat = "http://www.w3.org/ns/dcat#";
    private const string Dct = "http://purl.org/dc/terms/";
    private const string VCard = "http://www.w3.org/2006/vcard/ns#";
    private const string Schema = "http://schema.org/";

    private static readonly Iri Catalog = new($"{Dcat}Catalog");
    private static readonly Iri CatalogRecord = new($"{Dcat}CatalogRecord");
    private static readonly Iri Concept = new("http://www.w3.org/2004/02/skos/core#Concept");
    private static readonly Iri PrimaryTopic = new("http://xmlns.com/foaf/0.1/primaryTopic");
    private static readonly Iri[] ResourceClasses = [new($"{Dcat}Dataset"), new($"{Dcat}DataService")];
    private static readonly Iri[] LinksOfCatalogs = [new($"{Dcat}dataset"), new($"{Dcat}service"), new($"{Dcat}record")];

    private readonly ILookup<Resource, Triple> _bySubject;
    private readonly ILookup<Term, Triple> _byObject;

    public GeoNetworkHarvest(byte[] document)
    {
        Triples = [.. RdfXmlReader.Read(document).Distinct()];
        _bySubject = Triples.ToLookup(triple => triple.Subject);
        _byObject = Triples.ToLookup(triple => triple.Object);
        Records = [.. Typed(CatalogRecord)
            .Select(record => (Record: record, Topic: Assert.IsType<Iri>(Assert.Single(Objects(record, PrimaryTopic)))))
            .Where(record => Objects(record.Topic, RdfTerms.Type).Intersect(ResourceClasses).Any())];
    }

    public IReadOnlyList<Triple> Triples { get; }

    public IReadOnlyList<(Resource Record, Iri Topic)> Records { get; }

    /// <summary>Lists what GeoNetwork takes for the resources of a record: it makes one only when there is exactly one.</summary>
    public IEnumerable<Resource> ResourcesOf(Resource record, Iri topic) => Near(record, topic)
        .Where(subject => Objects(subject, RdfTerms.Type).Intersect(ResourceClasses).Any());

    /// <summary>Lists the records among what belongs to a record: each would become a document of its own.</summary>
    public IEnumerable<Resource> RecordsOf(Resource record, Iri topic) => Near(record, topic)
        .Where(subject => Objects(subject, RdfTerms.Type).Contains(CatalogRecord));

    /// <summary>Returns the title, the description and so on, as GeoNetwork shows them.</summary>
    public string Text(Resource subject, string property) => string.Join(' ', Literals(subject, new Iri(property)));

    public IEnumerable<string> Keywords(Iri topic) => Literals(topic, new Iri($"{Dcat}keyword"));

    public IEnumerable<string> Themes(Iri topic) => Blanks(topic, $"{Dcat}theme")
        .Select(theme => Text(theme, "http://www.w3.org/2004/02/skos/core#prefLabel"));

    /// <summary>Returns the name, the address and the role of each contact point.</summary>
    public IEnumerable<(string Name, string Email, string Role)> Contacts(Iri topic) => Blanks(topic, $"{Dcat}contactPoint")
        .Select(contact => (Text(contact, $"{VCard}title"), Text(contact, $"{VCard}hasEmail"), Text(contact, $"{VCard}role")));

    /// <summary>Returns the boxes: west, south, east, north.</summary>
    public IEnumerable<(decimal West, decimal South, decimal East, decimal North)> Boxes(Iri topic) => Blanks(topic, $"{Dct}spatial")
        .SelectMany(place => Literals(place, new Iri("http://www.w3.org/ns/locn#geometry")))
        .Select(BoxOf);

    public IEnumerable<(string Start, string End)> Periods(Iri topic) => Blanks(topic, $"{Dct}temporal")
        .Select(period => (Text(period, $"{Schema}startDate"), Text(period, $"{Schema}endDate")));

    /// <summary>Returns the addresses to which the distributions lead, with their titles.</summary>
    public IEnumerable<(string Address, string Title)> Links(Iri topic) =>
        from distribution in Blanks(topic, $"{Dcat}distribution")
        from property in (string[])["accessURL", "downloadURL"]
        from address in Objects(distribution, new Iri(Dcat + property)).OfType<Iri>()
        select (address.Value, Text(distribution, $"{Dct}title"));

    public IEnumerable<Resource> Typed(Iri type) => Triples
        .Where(triple => triple.Predicate == RdfTerms.Type && triple.Object.Equals(type))
        .Select(triple => triple.Subject);

    public IEnumerable<Term> Objects(Resource subject, Iri predicate) =>
        _bySubject[subject].Where(triple => triple.Predicate == predicate).Select(triple => triple.Object);

    private IEnumerable<string> Literals(Resource subject, Iri predicate) =>
        Objects(subject, predicate).OfType<Literal>().Select(literal => literal.Value);

    private IEnumerable<BlankNode> Blanks(Resource subject, string property) => Objects(subject, new Iri(property)).OfType<BlankNode>();

    /// <summary>
    /// The subjects that belong to a record: the catalogue and what it names, the record, the resource, what each of them names, what names
    /// them, what the distributions and contact points name, and every concept.
    /// </summary>
    private HashSet<Resource> Near(Resource record, Iri topic)
    {
        var catalogs = Typed(Catalog).Where(catalog => LinksOfCatalogs.Any(link => Objects(catalog, link).Contains(topic))).ToList();
        var parts = Objects(topic, new Iri($"{Dcat}distribution")).Concat(Objects(topic, new Iri($"{Dcat}contactPoint")));
        return
        [
            .. catalogs, .. catalogs.SelectMany(catalog => Named(catalog, LinksOfCatalogs)),
            record, .. Named(record), .. Named(record).SelectMany(named => Named(named)),
            topic, .. Named(topic), .. parts.OfType<Resource>().SelectMany(part => Named(part)),
            .. Naming(record), .. Naming(topic), .. Typed(Concept),
        ];
    }

    private IEnumerable<Resource> Naming(Resource named) => _byObject[named].Select(triple => triple.Subject);

    private IEnumerable<Resource> Named(Resource subject, params Iri[] except) =>
        _bySubject[subject].Where(triple => !except.Contains(triple.Predicate)).Select(triple => triple.Object).OfType<Resource>();

    private static (decimal West, decimal South, decimal East, decimal North) BoxOf(string geoJson)
    {
        using var geometry = JsonDocument.Parse(geoJson);
        Assert.Equal("Polygon", geometry.RootElement.GetProperty("type").GetString());
        var ring = Assert.Single(geometry.RootElement.GetProperty("coordinates").EnumerateArray()).EnumerateArray().ToList();
        Assert.Equal(5, ring.Count);
        Assert.Equal(ring[0].GetRawText(), ring[4].GetRawText());
        var (x, y) = (ring.ConvertAll(position => position[0].GetDecimal()), ring.ConvertAll(position => position[1].GetDecimal()));
        return (x.Min(), y.Min(), x.Max(), y.Max());
    }
}
