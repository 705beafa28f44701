using System.Globalization;
using DataCatalog.Dcat.Records;
using DataCatalog.Dcat.Vocabulary;
using DataCatalog.Rdf;

namespace DataCatalog.Dcat.Mapping;

/// <summary>
/// Describes the small nodes inside other descriptions: typed, because the official range shapes ask for it, and labelled, because
/// harvesters show the label and drop a bare IRI. The kinds of label are those that data.gouv.fr and CKAN were seen to read. What follows
/// from the reference records alone is described once and then included everywhere (<see cref="LeafDescriptions"/>).
/// </summary>
internal sealed class LeafNodes(CatalogIris iris, IReferences references)
{
    private static readonly LanguageMap HvdRegulationTitle =
        LanguageMap.Of("Règlement d'exécution (UE) 2023/138", "Implementing Regulation (EU) 2023/138");

    private static readonly SharedDescription KnownHvdRegulation = new(graph =>
        graph.DescribeInside(DcatAp.HvdRegulation).OfType(Eli.LegalResource).Add(Skos.PrefLabel, Texts(HvdRegulationTitle)));

    private readonly LeafDescriptions _known = references.Leaves ?? new LeafDescriptions();

    public static Node Document(Graph graph, string url) => graph.DescribeInside(new Iri(url)).OfType(Foaf.Document);

    public static Node HvdRegulation(Graph graph) => graph.Include(KnownHvdRegulation);

    /// <summary>Describes a term of any vocabulary, typed skos:Concept, with its preferred label.</summary>
    public Node Concept(Graph graph, string scheme, string code) => Include(graph, new(LeafForm.Concept, scheme, code));

    public IEnumerable<Node> Concepts(Graph graph, string scheme, IEnumerable<string> codes) =>
        [.. codes.Select(code => Concept(graph, scheme, code))];

    public Node? OptionalConcept(Graph graph, string scheme, string? code) =>
        code is null ? null : Concept(graph, scheme, code);

    /// <summary>Describes a term as <see cref="Concept"/> does, in a description to which more can be added.</summary>
    public Node DescribeConcept(Graph graph, string scheme, string code)
    {
        var concept = Find(scheme, code);
        return graph.DescribeInside(iris.Concept(concept))
            .OfType(Skos.Concept)
            .Add(Skos.PrefLabel, Texts(concept.Label))
            .Add(Cat(CatTerms.Code), Literal.Of(concept.Code))
            .Add(Skos.Notation, concept.Iri is null && concept.Notation is not null ? Literal.Of(concept.Notation) : null);
    }

    /// <summary>
    /// Describes a licence with its exact title as a plain label: data.gouv.fr guesses the licence from that text. CKAN finds the licence
    /// in its register by dct:title. On datasets its IRI is the address that data.gouv.fr knows; on distributions it is that of the EU
    /// code, which the European quality score knows.
    /// </summary>
    public Node? Licence(Graph graph, string? code, bool onDataset) =>
        Optional(graph, onDataset ? LeafForm.LicenceOfDataset : LeafForm.Licence, Schemes.Licences, code);

    /// <summary>Describes the EU code that stands for our access regime, as data.gouv.fr itself exports it.</summary>
    public Node AccessRight(Graph graph, string regime) => Include(graph, new(LeafForm.AccessRight, Schemes.AccessRegimes, regime));

    public Node RestrictionReason(Graph graph, string code) =>
        Include(graph, new(LeafForm.RestrictionReason, Schemes.RestrictionReasons, code));

    public Node? Frequency(Graph graph, string? code) => Optional(graph, LeafForm.Frequency, Schemes.Frequencies, code);

    public IEnumerable<Node> Languages(Graph graph, IEnumerable<string> codes) =>
        [.. codes.Select(code => Include(graph, new(LeafForm.Language, Schemes.Languages, code)))];

    /// <summary>Describes a file type. dct:IMT is its first class: CKAN shows the label of no other.</summary>
    public Node? Format(Graph graph, string? code) => Optional(graph, LeafForm.Format, Schemes.FileTypes, code);

    public Node? MediaType(Graph graph, string? code) => Optional(graph, LeafForm.MediaType, Schemes.MediaTypes, code);

    public Node Standard(Graph graph, string code) => Include(graph, new(LeafForm.Standard, Schemes.Standards, code));

    public IEnumerable<Node> Standards(Graph graph, IEnumerable<string> codes) => [.. codes.Select(code => Standard(graph, code))];

    /// <summary>Describes the legal bases that have an ELI address (dcatap:applicableLegislation).</summary>
    public IEnumerable<Node> Legislation(Graph graph, IEnumerable<string> legalBases) =>
        [.. legalBases
            .Select(code => Find(Schemes.LegalBases, code))
            .SelectMany(basis => basis.ExactMatches.Select(match => LegalResource(graph, match, basis.Label)))];

    /// <summary>Describes the ADMS type of a kind of producer.</summary>
    public Node? PublisherType(Graph graph, string? producerKind)
    {
        var mapped = producerKind is null ? null : Find(Schemes.ProducerKinds, producerKind).MapsTo?.Split(':');
        return mapped is null ? null : Concept(graph, mapped[0], mapped[1]);
    }

    /// <summary>Describes an agent inside the document of what it publishes.</summary>
    public Node Agent(Graph graph, string id) => Include(graph, new(LeafForm.Agent, "", id));

    /// <summary>Adds what every description of an agent states.</summary>
    public Node DescribeAgent(Graph graph, Node node, Agent agent) => node
        .OfType(Foaf.Agent)
        .Add(Cat(CatTerms.Code), Literal.Of(agent.Id))
        .Add(Foaf.Name, Texts(agent.Name))
        .Add(Foaf.Homepage, agent.Homepage is null ? null : Document(graph, agent.Homepage))
        .Add(DcTerms.Type, PublisherType(graph, agent.Kind))
        .Add(Cat(CatTerms.ProducerKind), OptionalConcept(graph, Schemes.ProducerKinds, agent.Kind));

    /// <summary>
    /// Describes a place with its box: data.gouv.fr keeps a polygon literal and drops a bare IRI. CKAN reads the same literal as geometry.
    /// </summary>
    public Node Place(Graph graph, string id) => Include(graph, new(LeafForm.Place, "", id));

    /// <summary>Adds what every description of a place states.</summary>
    public Node DescribePlace(Node node, Territory territory)
    {
        var box = Polygon(territory.Box);
        return node
            .OfType(DcTerms.Location)
            .Add(Cat(CatTerms.Code), Literal.Of(territory.Id))
            .Add(Skos.PrefLabel, Literal.InLanguage(territory.Name, "fr"))
            .Add(DcatTerms.BoundingBox, box)
            .Add(Locn.Geometry, box)
            .Add(DcatTerms.Centroid, territory.Point is null ? null : PointLiteral(territory.Point))
            .Add(Skos.ExactMatch, territory.ExactMatches.Select(match => new Iri(match)));
    }

    /// <summary>
    /// Describes the territories of an entry as one place, because CKAN keeps the last of several: a single territory is that place itself;
    /// several are the parts of one that is named after the entry.
    /// </summary>
    /// <param name="graph">The graph to add to.</param>
    /// <param name="whole">The entry.</param>
    /// <param name="ids">The typed codes of its territories.</param>
    public Node? Places(Graph graph, Iri whole, IReadOnlyList<string> ids)
    {
        if (ids.Count < 2)
        {
            return ids.Count == 0 ? null : Place(graph, ids[0]);
        }

        var territories = ids.Select(Territory).ToList();
        var box = Polygon(TerritorySets.BoxOf(territories));
        return graph.DescribeInside(CatalogIris.Part(whole, "territories"))
            .OfType(DcTerms.Location)
            .Add(Skos.PrefLabel, Literal.InLanguage(TerritorySets.NameOf(territories), "fr"))
            .Add(DcatTerms.BoundingBox, box)
            .Add(Locn.Geometry, box)
            .Add(DcTerms.HasPart, ids.Select(id => Place(graph, id)));
    }

    /// <summary>Returns the label of a term as a keyword.</summary>
    public string Keyword(string scheme, string code) => _known.KeywordOf(Find(scheme, code).Label["fr"]!);

    /// <summary>Says who may have a distribution, and under which licence.</summary>
    public IReadOnlyList<Literal> Rights(RightsFacts facts) => _known.RightsOf(facts, Say);

    /// <summary>Says whether one may reuse an open dataset.</summary>
    public IReadOnlyList<Literal> Reuse(ReuseFacts facts, Func<IReadOnlyList<Literal>> say) => _known.ReuseOf(facts, say);

    public Concept Find(string scheme, string code) =>
        references.FindConcept(scheme, code) ?? throw new InvalidOperationException($"Concept '{scheme}/{code}' is not in the database.");

    private Iri Cat(string term) => iris.Term(term);

    private Agent Agent(string id) =>
        references.FindAgent(id) ?? throw new InvalidOperationException($"Agent '{id}' is not in the database.");

    private Territory Territory(string id) =>
        references.FindTerritory(id) ?? throw new InvalidOperationException($"Territory '{id}' is not in the database.");

    private IReadOnlyList<Literal> Say(RightsFacts facts) =>
    [
        .. RightsWords.OfDistribution(
            Find(Schemes.AccessRegimes, facts.Regime),
            facts.Licence is null ? null : Find(Schemes.Licences, facts.Licence),
            facts.ArePublicBodies).Select(text => Literal.InLanguage(text.Value, text.Key)),
    ];

    private Node? Optional(Graph graph, LeafForm form, string scheme, string? code) =>
        code is null ? null : Include(graph, new(form, scheme, code));

    private Node Include(Graph graph, Leaf leaf) =>
        graph.Include(_known.Find(leaf) ?? _known.Keep(leaf, new SharedDescription(alone => Describe(alone, leaf))));

    private Node Describe(Graph graph, Leaf leaf) => leaf.Form switch
    {
        LeafForm.Concept => DescribeConcept(graph, leaf.Scheme, leaf.Code),
        LeafForm.Agent => DescribeAgent(graph, graph.DescribeInside(iris.Agent(leaf.Code)), Agent(leaf.Code)),
        LeafForm.Place => DescribePlace(graph.DescribeInside(iris.Territory(leaf.Code)), Territory(leaf.Code)),
        LeafForm.AccessRight => DescribeAccessRight(graph, Find(leaf.Scheme, leaf.Code)),
        LeafForm.Standard => DescribeStandard(graph, Find(leaf.Scheme, leaf.Code)),
        LeafForm.Licence or LeafForm.LicenceOfDataset =>
            DescribeLicence(graph, Find(leaf.Scheme, leaf.Code), leaf.Form == LeafForm.LicenceOfDataset),
        LeafForm.Format => PlainlyLabelled(graph, Find(leaf.Scheme, leaf.Code), DcTerms.Imt, DcTerms.MediaTypeOrExtent),
        LeafForm.MediaType => PlainlyLabelled(graph, Find(leaf.Scheme, leaf.Code), DcTerms.MediaType),
        LeafForm.RestrictionReason => Labelled(graph, Find(leaf.Scheme, leaf.Code), DcTerms.RightsStatement),
        LeafForm.Frequency => Labelled(graph, Find(leaf.Scheme, leaf.Code), DcTerms.Frequency),
        LeafForm.Language => Labelled(graph, Find(leaf.Scheme, leaf.Code), DcTerms.LinguisticSystem),
        _ => throw new ArgumentOutOfRangeException(nameof(leaf), leaf, "no form of a leaf"),
    };

    private Node DescribeLicence(Graph graph, Concept licence, bool onDataset)
    {
        var iri = onDataset && licence.Page is not null ? new Iri(licence.Page) : iris.Concept(licence);
        var label = licence.Label["fr"]!;
        return graph.DescribeInside(iri)
            .OfType(DcTerms.LicenseDocument)
            .Add(Cat(CatTerms.Code), Literal.Of(licence.Code))
            .Add(Rdfs.Label, Literal.Of(label))
            .Add(DcTerms.Title, Literal.Of(licence.RegisterTitle ?? label));
    }

    private Node DescribeAccessRight(Graph graph, Concept regime)
    {
        var mapped = regime.MapsTo!.Split(':');
        return Labelled(graph, Find(mapped[0], mapped[1]), DcTerms.RightsStatement);
    }

    private Node DescribeStandard(Graph graph, Concept standard) => graph.DescribeInside(iris.Concept(standard))
        .OfType(DcTerms.Standard)
        .Add(Cat(CatTerms.Code), Literal.Of(standard.Code))
        .Add(DcTerms.Title, Texts(standard.Label));

    private static Node LegalResource(Graph graph, string address, LanguageMap label)
    {
        var iri = new Iri(address);
        if (iri == DcatAp.HvdRegulation)
        {
            return HvdRegulation(graph);
        }

        return graph.DescribeInside(iri).OfType(Eli.LegalResource).Add(Skos.PrefLabel, Texts(label));
    }

    /// <summary>
    /// Describes a term by its preferred label. It has no rdfs:label: data.gouv.fr would read that instead of the IRI, and understands only
    /// the IRI.
    /// </summary>
    private Node Labelled(Graph graph, Concept concept, Iri type) =>
        graph.DescribeInside(iris.Concept(concept))
            .OfType(type)
            .Add(Cat(CatTerms.Code), Literal.Of(concept.Code))
            .Add(Skos.PrefLabel, Texts(concept.Label));

    /// <summary>
    /// Describes a term by the one plain label that harvesters show instead of its IRI: its code, or its name where the code is not what
    /// people write (<c>WFS_SRVC</c>).
    /// </summary>
    private Node PlainlyLabelled(Graph graph, Concept concept, params Iri[] types)
    {
        var code = concept.Notation ?? concept.Code;
        var label = code.Contains('_', StringComparison.Ordinal) ? concept.Label["fr"]! : code;
        return graph.DescribeInside(iris.Concept(concept))
            .Add(RdfTerms.Type, types)
            .Add(Cat(CatTerms.Code), Literal.Of(concept.Code))
            .Add(Rdfs.Label, Literal.Of(label));
    }

    private static IEnumerable<Term> Texts(LanguageMap texts) => texts.Select(text => Literal.InLanguage(text.Value, text.Key));

    private static Literal? Polygon(BoundingBox? box) => box is null ? null : Wkt(
        $"POLYGON(({box.West} {box.South},{box.East} {box.South},{box.East} {box.North},{box.West} {box.North},{box.West} {box.South}))");

    private static Literal PointLiteral(Point point) => Wkt($"POINT({point.Longitude} {point.Latitude})");

    private static Literal Wkt(FormattableString text) => Literal.Of(text.ToString(CultureInfo.InvariantCulture), GeoSparql.WktLiteral);
}
