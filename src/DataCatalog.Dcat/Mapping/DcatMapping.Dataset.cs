using DataCatalog.Dcat.Records;
using DataCatalog.Dcat.Vocabulary;
using DataCatalog.Rdf;

namespace DataCatalog.Dcat.Mapping;

/// <summary>Maps datasets and their distributions (DCAT-AP 3.0.1 sections 3.2 and 3.3).</summary>
public sealed partial class DcatMapping
{
    /// <summary>Describes a dataset with its distributions and all else that its document must have.</summary>
    public Node Describe(Graph graph, Dataset dataset)
    {
        var node = graph.Describe(iris.Dataset(dataset.Id))
            .OfType(DcatTerms.Dataset)
            .Add(DcTerms.Identifier, Literal.Of(dataset.Id))
            .Add(DcTerms.Title, Texts(dataset.Title))
            .Add(DcTerms.Description, Texts(dataset.Description));
        Classify(graph, node, dataset.Keywords, dataset.Themes, dataset.Competences, dataset.HvdCategories);
        DescribeActors(graph, node, dataset);
        DescribeConditions(
            graph, node, new Conditions(dataset.Access, dataset.Licence, dataset.PersonalData, dataset.LegalBases, dataset.HvdCategories));
        DescribePlatform(graph, node, dataset);
        DescribeExtent(graph, node, dataset);
        DescribeGovernance(graph, node, dataset);
        DescribeOtherIdentifiers(graph, node, dataset.OtherIdentifiers, isService: false);
        var publisher = Required(references.FindAgent(dataset.Publisher), dataset.Publisher);
        node.Add(Cat(CatTerms.Reuse), SayReuse(dataset))
            .Add(Cat(CatTerms.Unknown), Unknown.Of(dataset, publisher).Select(Literal.Of));
        return node.Add(DcatTerms.HasDistribution, dataset.Distributions.Select(distribution => Describe(graph, dataset, distribution)));
    }

    /// <summary>Describes one distribution as it stands inside its dataset.</summary>
    public Node Describe(Graph graph, Dataset dataset, Distribution distribution)
    {
        var node = graph.Describe(iris.Distribution(distribution.Id))
            .OfType(DcatTerms.Distribution)
            .Add(DcTerms.Title, Texts(distribution.Title))
            .Add(DcTerms.Description, Texts(distribution.Description))
            .Add(DcatTerms.AccessUrl, Link(distribution.AccessUrl))
            .Add(DcatTerms.DownloadUrl, Link(distribution.DownloadUrl));
        DescribeTemplate(graph, node, distribution.Template);
        return node
            .Add(DcTerms.License, _leaves.Licence(graph, distribution.Licence ?? dataset.Licence, onDataset: false))
            .Add(DcTerms.Rights, DescribeRights(graph, dataset, distribution))
            .Add(DcTerms.Format, _leaves.Format(graph, distribution.Format))
            .Add(DcatTerms.MediaType, _leaves.MediaType(graph, distribution.MediaType))
            .Add(DcatTerms.PackageFormat, _leaves.MediaType(graph, distribution.PackageFormat))
            .Add(DcatTerms.CompressFormat, _leaves.MediaType(graph, distribution.CompressFormat))
            .Add(DcatTerms.ByteSize, distribution.ByteSize is { } size ? Literal.Of(Literal.Of(size).Value, Xsd.NonNegativeInteger) : null)
            .Add(DcTerms.Issued, Date(distribution.Issued))
            .Add(DcTerms.Modified, Date(distribution.Modified))
            .Add(DcTerms.Language, _leaves.Languages(graph, distribution.Languages))
            .Add(DcTerms.ConformsTo, _leaves.Standards(graph, distribution.ConformsTo))
            .Add(DcatAp.ApplicableLegislation, dataset.HvdCategories.Count > 0 ? LeafNodes.HvdRegulation(graph) : null)
            .Add(DcatTerms.AccessService, distribution.Service is null ? null : DescribeAccessService(graph, distribution.Service));
    }

    /// <summary>Describes a distribution in its own document, with a link to its dataset.</summary>
    public Node DescribeAlone(Graph graph, Dataset dataset, Distribution distribution) =>
        Describe(graph, dataset, distribution).Add(DcTerms.IsPartOf, iris.Dataset(dataset.Id));

    /// <summary>
    /// Describes a service inside the distribution that it serves: without its datasets, which would lead a harvester further, and without
    /// its contact point, over which CKAN's own RDF pages fail. The document of the service has all that DCAT-AP HVD asks for.
    /// </summary>
    private Node DescribeAccessService(Graph graph, string id)
    {
        var service = Required(references.FindService(id), id);
        return graph.DescribeInside(iris.Service(id))
            .OfType(DcatTerms.DataService)
            .Add(DcTerms.Title, Texts(service.Title))
            .Add(DcatTerms.EndpointUrl, Link(service.EndpointUrl))
            .Add(DcatTerms.EndpointDescription, Link(service.EndpointDescription))
            .Add(Foaf.Page, Document(graph, service.Documentation))
            .Add(DcatAp.HvdCategory, _leaves.Concepts(graph, Schemes.HvdCategories, service.HvdCategories))
            .Add(DcatAp.ApplicableLegislation, service.HvdCategories.Count > 0 ? LeafNodes.HvdRegulation(graph) : null);
    }

    /// <summary>
    /// Says whether one may reuse a dataset. A term of our own says it, because data.gouv.fr guesses a licence from dct:rights and
    /// dct:license.
    /// </summary>
    private IEnumerable<Term> SayReuse(Dataset dataset)
    {
        string?[] licences =
        [
            .. dataset.Distributions
                .Select(distribution => distribution.Licence ?? dataset.Licence)
                .DefaultIfEmpty(dataset.Licence)
                .Distinct(StringComparer.Ordinal),
        ];
        var arePublicBodies = ArePublicBodies(dataset);
        return !RightsWords.IsOpen(dataset.Access.Regime) ? Say() : _leaves.Reuse(
            new(dataset.Access.Regime, string.Join(' ', licences), dataset.Platform, dataset.PersonalData, arePublicBodies), Say);

        IReadOnlyList<Literal> Say() =>
        [
            .. RightsWords.OfDataset(
                dataset,
                _leaves.Find(Schemes.AccessRegimes, dataset.Access.Regime),
                new KnownLicences([.. licences.Select(FindLicence)], PlatformOf(dataset), DefaultLicence(dataset)),
                arePublicBodies).Select(text => Literal.InLanguage(text.Value, text.Key)),
        ];
    }

    private Concept? PlatformOf(Dataset dataset) => dataset.Platform is { } code ? _leaves.Find(Schemes.Platforms, code) : null;

    /// <summary>
    /// Names the platform, and its default licence where the record has no licence. A term of our own names it: dct:license would tell
    /// harvesters what nobody saw.
    /// </summary>
    private void DescribePlatform(Graph graph, Node node, Dataset dataset) => node
        .Add(Cat(CatTerms.Platform), _leaves.OptionalConcept(graph, Schemes.Platforms, dataset.Platform))
        .Add(Cat(CatTerms.DefaultLicence), _leaves.Licence(graph, DefaultLicence(dataset)?.Code, onDataset: false));

    private Concept? DefaultLicence(Dataset dataset) => dataset is { Licence: null, Platform: { } code }
        ? FindLicence(_leaves.Find(Schemes.Platforms, code).Platform?.DefaultLicence)
        : null;

    private Concept? FindLicence(string? code) => code is null ? null : _leaves.Find(Schemes.Licences, code);

    private bool ArePublicBodies(Dataset dataset) => RightsWords.ArePublicBodies(
        Required(references.FindAgent(dataset.Publisher), dataset.Publisher),
        dataset.Creator is { } creator ? Required(references.FindAgent(creator), creator) : null);

    /// <summary>Describes in a sentence who may have a distribution, and under which licence.</summary>
    private Node DescribeRights(Graph graph, Dataset dataset, Distribution distribution)
    {
        var facts = new RightsFacts(dataset.Access.Regime, distribution.Licence ?? dataset.Licence, ArePublicBodies(dataset));
        return graph.DescribeInside(CatalogIris.Part(iris.Distribution(distribution.Id), "rights"))
            .OfType(DcTerms.RightsStatement)
            .Add(Skos.PrefLabel, _leaves.Rights(facts));
    }

    private void DescribeActors(Graph graph, Node node, Dataset dataset)
    {
        var publisher = Required(references.FindAgent(dataset.Publisher), dataset.Publisher);
        node.Add(DcTerms.Publisher, _leaves.Agent(graph, publisher.Id));
        if (dataset.Creator is not null)
        {
            node.Add(DcTerms.Creator, _leaves.Agent(graph, dataset.Creator));
        }

        node.Add(DcatTerms.ContactPoint, DescribeContact(graph, publisher));
    }

    private void DescribeExtent(Graph graph, Node node, Dataset dataset) => node
        .Add(DcTerms.AccrualPeriodicity, _leaves.Frequency(graph, dataset.Frequency))
        .Add(DcTerms.Issued, Date(dataset.Issued))
        .Add(DcTerms.Modified, Date(dataset.Modified))
        .Add(DcTerms.Language, _leaves.Languages(graph, dataset.Languages))
        .Add(DcTerms.Spatial, _leaves.Places(graph, (Iri)node.Id, dataset.Territories))
        .Add(Cat(CatTerms.SpatialExcept), dataset.TerritoriesExcept.Select(id => _leaves.Place(graph, id)))
        .Add(Cat(CatTerms.SpatialUnknown), dataset.TerritoriesUnknown.Select(id => _leaves.Place(graph, id)))
        .Add(DcTerms.Temporal, DescribePeriod(graph, dataset.Id, dataset.Temporal))
        .Add(DcatTerms.LandingPage, Document(graph, dataset.LandingPage))
        .Add(DcTerms.ConformsTo, _leaves.Standards(graph, dataset.ConformsTo))
        .Add(DcatTerms.InSeries, dataset.Series is null ? null : iris.Series(dataset.Series));

    private void DescribeGovernance(Graph graph, Node node, Dataset dataset)
    {
        node.Add(Cat(CatTerms.Granularity), _leaves.OptionalConcept(graph, Schemes.Granularities, dataset.Granularity))
            .Add(Cat(CatTerms.Relation), _leaves.Concept(graph, Schemes.Relations, dataset.Relation))
            .Add(Cat(CatTerms.Coverage), _leaves.OptionalConcept(graph, Schemes.Coverage, dataset.Coverage))
            .Add(Cat(CatTerms.ContractClause), _leaves.Concepts(graph, Schemes.ContractClauses, dataset.ContractClauses));
        if (dataset.ReuseExample is { } example)
        {
            node.Add(DcTerms.IsReferencedBy, Link(example.Url))
                .Add(Cat(CatTerms.HasReuseExample), DescribeReuse(graph, node, example));
        }
    }

    private Node DescribeReuse(Graph graph, Node node, ReuseExample example) =>
        graph.DescribeInside(CatalogIris.Part((Iri)node.Id, "reuse"))
            .OfType(Cat(CatTerms.ReuseExample))
            .Add(DcTerms.Title, Texts(example.Title))
            .Add(Foaf.Page, Document(graph, example.Url))
            .Add(Cat(CatTerms.ByTerritory), example.Territory is null ? null : _leaves.Place(graph, example.Territory));

    /// <summary>
    /// Describes a period as a blank node: data.gouv.fr would fetch one with an IRI over HTTP. The label follows from the entry's id, so
    /// that the bytes are always the same.
    /// </summary>
    private Node? DescribePeriod(Graph graph, string id, Period? period)
    {
        if (period is null)
        {
            return null;
        }

        return graph.DescribeInside(new BlankNode($"temporal_{id.Replace('-', '_')}"))
            .OfType(DcTerms.PeriodOfTime)
            .Add(DcatTerms.StartDate, Date(period.Start))
            .Add(DcatTerms.EndDate, Date(LastDay(period.End)))
            .Add(Cat(CatTerms.EndAsWritten), period.End is { IsDay: false } ? Date(period.End) : null);
    }

    /// <summary>Returns the last day of a year or month: data.gouv.fr takes a year for its first day, which is wrong for an end.</summary>
    private static PartialDate? LastDay(PartialDate? date) => date is null ? null : PartialDate.Of(date.Value.LastDay);
}
