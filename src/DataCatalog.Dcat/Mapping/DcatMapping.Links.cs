using DataCatalog.Dcat.Records;
using DataCatalog.Dcat.Vocabulary;
using DataCatalog.Rdf;

namespace DataCatalog.Dcat.Mapping;

/// <summary>The address of the data of one territory, where a distribution has a template.</summary>
/// <param name="Url">The address.</param>
/// <param name="Territory">
/// The typed id of the territory whose code fills the template: the one that was asked for, or one around it.
/// </param>
/// <param name="Name">The name of that territory.</param>
public sealed record ReadyLink(string Url, string Territory, string Name)
{
    /// <summary>The number of records of the first page, where the address returns no more of them.</summary>
    public int? Limit { get; init; }

    /// <summary>What must be true for data to be there, when nobody here can tell.</summary>
    public LanguageMap? Condition { get; init; }
}

/// <summary>
/// Maps address templates, and the addresses that come of them. A link is a part of the answer that has it: what it says holds for the
/// territory that was asked for, and for no other.
/// </summary>
public sealed partial class DcatMapping
{
    /// <summary>Adds the ready links of a distribution to its description, which is otherwise the same in every answer.</summary>
    /// <param name="graph">The graph to add to.</param>
    /// <param name="answer">The address of the answer.</param>
    /// <param name="distribution">The distribution.</param>
    /// <param name="links">Its links.</param>
    public void AddReadyLinks(Graph graph, Iri answer, Distribution distribution, IEnumerable<ReadyLink> links) => graph
        .Describe(iris.Distribution(distribution.Id))
        .Add(Cat(CatTerms.ReadyLinks), links.Select(link => Describe(graph, answer, distribution, link)));

    /// <summary>Describes the ready links of a distribution where it is not described itself: each says what is there.</summary>
    /// <param name="graph">The graph to add to.</param>
    /// <param name="answer">The address of the answer.</param>
    /// <param name="distribution">The distribution.</param>
    /// <param name="links">Its links.</param>
    public IEnumerable<Node> DescribeLinks(Graph graph, Iri answer, Distribution distribution, IEnumerable<ReadyLink> links) =>
        links.Select(link => Describe(graph, answer, distribution, link).Add(DcTerms.Title, Texts(distribution.Title)));

    private Node Describe(Graph graph, Iri answer, Distribution distribution, ReadyLink link) =>
        graph.DescribeInside(CatalogIris.Part(answer, $"link-{distribution.Id}-{link.Territory}"))
            .OfType(Cat(CatTerms.ReadyLink))
            .Add(Cat(CatTerms.Url), new Iri(link.Url))
            .Add(Cat(CatTerms.LinkTerritory), iris.Territory(link.Territory))
            .Add(Foaf.Name, Literal.InLanguage(link.Name, "fr"))
            .Add(Cat(CatTerms.Limit), Number(link.Limit))
            .Add(Cat(CatTerms.OnlyIf), Texts(link.Condition));

    private void DescribeTemplate(Graph graph, Node node, AddressTemplate? template)
    {
        if (template is not null)
        {
            node.Add(Cat(CatTerms.UrlTemplate), Literal.Of(template.Address))
                .Add(Cat(CatTerms.TemplateLevel), template.Levels.Select(level => Literal.Of(level)))
                .Add(Cat(CatTerms.TemplateExcept), template.Except.Select(id => DescribeName(graph, id, NameOf(id))))
                .Add(Cat(CatTerms.TemplateLimit), Number(template.Limit))
                .Add(Cat(CatTerms.TemplateCompetence), _leaves.OptionalConcept(graph, Schemes.Competences, template.Competence));
        }
    }

    private string NameOf(string territory) => Required(references.FindTerritory(territory), territory).Name;
}
