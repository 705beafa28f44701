using System.Globalization;
using DataCatalog.Dcat.Records;
using DataCatalog.Dcat.Vocabulary;
using DataCatalog.Rdf;

namespace DataCatalog.Dcat.Mapping;

/// <summary>
/// The small nodes that stand inside other documents: typed, because the official range shapes ask for it, and labelled, because
/// harvesters show the label and drop a bare IRI. The kinds of label are those that data.gouv.fr and CKAN were seen to read.
/// </summary>
internal sealed class LeafNodes(CatalogIris iris, IReferences references)
{
    private static readonly LanguageMap HvdRegulationTitle =
        LanguageMap.Of("Règlement d'exécution (UE) 2023/138", "Implementing Regulation (EU) 2023/138");

    public static Iri Document(Graph graph, string url)
    {
        var iri = new Iri(url);
        graph.Describe(iri).OfType(Foaf.Document);
        return iri;
    }

    public static Iri HvdRegulation(Graph graph)
    {
        graph.Describe(DcatAp.HvdRegulation).OfType(Eli.LegalResource).Add(Rdfs.Label, Texts(HvdRegulationTitle));
        return DcatAp.HvdRegulation;
    }

    /// <summary>A term of any vocabulary, typed skos:Concept, with its preferred label.</summary>
    public Iri Concept(Graph graph, string scheme, string code)
    {
        var concept = Find(scheme, code);
        var iri = iris.Concept(concept);
        graph.Describe(iri)
            .OfType(Skos.Concept)
            .Add(Skos.PrefLabel, Texts(concept.Label))
            .Add(Skos.Notation, concept.Iri is null && concept.Notation is not null ? Literal.Of(concept.Notation) : null);
        return iri;
    }

    public IEnumerable<Iri> Concepts(Graph graph, string scheme, IEnumerable<string> codes) =>
        [.. codes.Select(code => Concept(graph, scheme, code))];

    public Iri? OptionalConcept(Graph graph, string scheme, string? code) =>
        code is null ? null : Concept(graph, scheme, code);

    /// <summary>
    /// A licence with its exact title as a plain label: data.gouv.fr guesses the licence from that text. On datasets it goes by the
    /// address that data.gouv.fr knows, on distributions by the EU code that the European quality score knows.
    /// </summary>
    public Iri? Licence(Graph graph, string? code, bool onDataset)
    {
        if (code is null)
        {
            return null;
        }

        var licence = Find(Schemes.Licences, code);
        var iri = onDataset && licence.Page is not null ? new Iri(licence.Page) : iris.Concept(licence);
        graph.Describe(iri).OfType(DcTerms.LicenseDocument).Add(Rdfs.Label, Literal.Of(licence.Label["fr"]!));
        return iri;
    }

    /// <summary>The EU code that stands for our access regime: what data.gouv.fr itself exports.</summary>
    public Iri AccessRight(Graph graph, string regime)
    {
        var mapped = Find(Schemes.AccessRegimes, regime).MapsTo!.Split(':');
        return Labelled(graph, Find(mapped[0], mapped[1]), DcTerms.RightsStatement);
    }

    public Iri RestrictionReason(Graph graph, string code) =>
        Labelled(graph, Find(Schemes.RestrictionReasons, code), DcTerms.RightsStatement);

    public Iri? Frequency(Graph graph, string? code) =>
        code is null ? null : Labelled(graph, Find(Schemes.Frequencies, code), DcTerms.Frequency);

    public IEnumerable<Iri> Languages(Graph graph, IEnumerable<string> codes) =>
        [.. codes.Select(code => Labelled(graph, Find(Schemes.Languages, code), DcTerms.LinguisticSystem))];

    public Iri? Format(Graph graph, string? code) =>
        code is null ? null : PlainlyLabelled(graph, Find(Schemes.FileTypes, code), DcTerms.MediaTypeOrExtent);

    public Iri? MediaType(Graph graph, string? code) =>
        code is null ? null : PlainlyLabelled(graph, Find(Schemes.MediaTypes, code), DcTerms.MediaType);

    public Iri Standard(Graph graph, string code)
    {
        var standard = Find(Schemes.Standards, code);
        var iri = iris.Concept(standard);
        graph.Describe(iri).OfType(DcTerms.Standard).Add(DcTerms.Title, Texts(standard.Label));
        return iri;
    }

    public IEnumerable<Iri> Standards(Graph graph, IEnumerable<string> codes) => [.. codes.Select(code => Standard(graph, code))];

    /// <summary>The ELI addresses of legal bases that have one (dcatap:applicableLegislation).</summary>
    public IEnumerable<Iri> Legislation(Graph graph, IEnumerable<string> legalBases) =>
        [.. legalBases
            .Select(code => Find(Schemes.LegalBases, code))
            .SelectMany(basis => basis.ExactMatches.Select(match => LegalResource(graph, match, basis.Label)))];

    /// <summary>The ADMS type of a kind of producer.</summary>
    public Iri? PublisherType(Graph graph, string? producerKind)
    {
        var mapped = producerKind is null ? null : Find(Schemes.ProducerKinds, producerKind).MapsTo?.Split(':');
        return mapped is null ? null : Concept(graph, mapped[0], mapped[1]);
    }

    /// <summary>A place with its box: data.gouv.fr keeps a polygon literal and drops a bare IRI.</summary>
    public Iri Place(Graph graph, string id)
    {
        var territory = references.FindTerritory(id) ?? throw new InvalidOperationException($"Territory '{id}' is not in the database.");
        return Place(graph, territory);
    }

    /// <summary>The same of a record that is at hand.</summary>
    public Iri Place(Graph graph, Territory territory)
    {
        var iri = iris.Territory(territory.Id);
        graph.Describe(iri)
            .OfType(DcTerms.Location)
            .Add(Skos.PrefLabel, Literal.InLanguage(territory.Name, "fr"))
            .Add(DcatTerms.BoundingBox, territory.Box is null ? null : Polygon(territory.Box))
            .Add(DcatTerms.Centroid, territory.Point is null ? null : PointLiteral(territory.Point))
            .Add(Skos.ExactMatch, territory.ExactMatches.Select(match => new Iri(match)));
        return iri;
    }

    public IEnumerable<Iri> Places(Graph graph, IEnumerable<string> ids) => [.. ids.Select(id => Place(graph, id))];

    public Concept Find(string scheme, string code) =>
        references.FindConcept(scheme, code) ?? throw new InvalidOperationException($"Concept '{scheme}/{code}' is not in the database.");

    private static Iri LegalResource(Graph graph, string address, LanguageMap label)
    {
        var iri = new Iri(address);
        if (iri == DcatAp.HvdRegulation)
        {
            return HvdRegulation(graph);
        }

        graph.Describe(iri).OfType(Eli.LegalResource).Add(Rdfs.Label, Texts(label));
        return iri;
    }

    private Iri Labelled(Graph graph, Concept concept, Iri type)
    {
        var iri = iris.Concept(concept);
        graph.Describe(iri).OfType(type).Add(Rdfs.Label, Texts(concept.Label));
        return iri;
    }

    private Iri PlainlyLabelled(Graph graph, Concept concept, Iri type)
    {
        var iri = iris.Concept(concept);
        graph.Describe(iri).OfType(type).Add(Rdfs.Label, Literal.Of(concept.Notation ?? concept.Code));
        return iri;
    }

    private static IEnumerable<Term> Texts(LanguageMap texts) => texts.Select(text => Literal.InLanguage(text.Value, text.Key));

    private static Literal Polygon(BoundingBox box) => Wkt(
        $"POLYGON(({box.West} {box.South},{box.East} {box.South},{box.East} {box.North},{box.West} {box.North},{box.West} {box.South}))");

    private static Literal PointLiteral(Point point) => Wkt($"POINT({point.Longitude} {point.Latitude})");

    private static Literal Wkt(FormattableString text) => Literal.Of(text.ToString(CultureInfo.InvariantCulture), GeoSparql.WktLiteral);
}
