using DataCatalog.Dcat.Records;
using DataCatalog.Dcat.Vocabulary;
using DataCatalog.Rdf;

namespace DataCatalog.Dcat.Mapping;

/// <summary>Maps vocabularies to SKOS. Terms of EU tables keep their EU IRIs.</summary>
public sealed partial class DcatMapping
{
    /// <summary>Describes a vocabulary with all its terms, as a tree.</summary>
    public Node Describe(Graph graph, ConceptScheme scheme, IReadOnlyList<Concept> concepts)
    {
        var top = concepts.Where(concept => concept.Broader is null);
        var node = Describe(graph, scheme).Add(Skos.HasTopConcept, top.Select(concept => graph.Describe(iris.Concept(concept))));
        foreach (var concept in concepts)
        {
            Describe(graph, concept);
        }

        foreach (var concept in concepts.Where(concept => concept.Broader is not null))
        {
            graph.Describe(Broader(concept)!).Add(Skos.Narrower, graph.Describe(iris.Concept(concept)));
        }

        return node;
    }

    /// <summary>Describes a vocabulary without its terms.</summary>
    public Node Describe(Graph graph, ConceptScheme scheme) => graph.Describe(iris.Scheme(scheme))
        .OfType(Skos.ConceptScheme)
        .Add(DcTerms.Identifier, Literal.Of(scheme.Id))
        .Add(DcTerms.Title, Texts(scheme.Title))
        .Add(DcTerms.Description, Texts(scheme.Description))
        .Add(Rdfs.SeeAlso, scheme.Iri is null ? null : iris.At($"vocabularies/{scheme.Id}"));

    /// <summary>Describes a term in full.</summary>
    public Node Describe(Graph graph, Concept concept)
    {
        var scheme = Required(references.FindScheme(concept.Scheme), concept.Scheme);
        var node = graph.Describe(iris.Concept(concept))
            .OfType(Skos.Concept)
            .Add(DcTerms.Identifier, Literal.Of(concept.Code))
            .Add(Cat(CatTerms.Code), Literal.Of(concept.Code))
            .Add(Skos.Notation, Text(concept.Notation))
            .Add(Skos.PrefLabel, Texts(concept.Label))
            .Add(Skos.AltLabel, concept.AltLabels.Select(label => Literal.InLanguage(label, "fr")))
            .Add(Skos.Definition, Texts(concept.Definition))
            .Add(Skos.InScheme, iris.Scheme(scheme))
            .Add(Skos.Broader, Broader(concept))
            .Add(Skos.ExactMatch, concept.ExactMatches.Select(match => new Iri(match)))
            .Add(Skos.BroadMatch, concept.BroadMatches.Select(match => new Iri(match)))
            .Add(DcTerms.Title, Text(concept.RegisterTitle))
            .Add(Cat(CatTerms.MapsTo), MapsTo(graph, concept))
            .Add(Foaf.Page, Document(graph, concept.Page))
            .Add(Cat(CatTerms.Evidence), Text(concept.Source));
        DescribeCompetence(graph, node, concept.Competence);
        return node.Add(Cat(CatTerms.PlatformHost), (concept.Platform?.Hosts ?? []).Select(Literal.Of))
            .Add(Cat(CatTerms.DefaultLicence), _leaves.Licence(graph, concept.Platform?.DefaultLicence, onDataset: false));
    }

    private void DescribeCompetence(Graph graph, Node node, Competence? competence)
    {
        if (competence is null)
        {
            return;
        }

        node.Add(Cat(CatTerms.IsCore), Literal.Of(competence.Core))
            .Add(Cat(CatTerms.HasRole), DescribeRoles(graph, (Iri)node.Id, competence.Roles))
            .Add(Cat(CatTerms.LegalReference), Text(competence.LegalReference))
            .Add(Cat(CatTerms.LegalReferenceStatus), Texts(CompetenceWords.Verification(competence)))
            .Add(Cat(CatTerms.BanaticCode), competence.BanaticCodes.Select(code => Literal.Of(code)))
            .Add(DcatTerms.Theme, _leaves.Concepts(graph, Schemes.Themes, competence.Themes));
    }

    /// <summary>Describes the roles, those that differ only by their holder as one, named after the first of its holders.</summary>
    private IEnumerable<Node> DescribeRoles(Graph graph, Iri competence, IEnumerable<HolderRole> roles) =>
    [
        .. roles
            .GroupBy(role => (role.Role, role.MinimumPopulation, French: role.Note?["fr"], English: role.Note?["en"]))
            .Select(alike => DescribeRole(graph, competence, [.. alike])),
    ];

    private Node DescribeRole(Graph graph, Iri competence, IReadOnlyList<HolderRole> alike) =>
        graph.DescribeInside(CatalogIris.Part(competence, $"role-{alike[0].Holder}"))
            .OfType(Cat(CatTerms.Role))
            .Add(Cat(CatTerms.Holder), alike.Select(role => Literal.Of(role.Holder)))
            .Add(Cat(CatTerms.RoleKind), _leaves.Concept(graph, Schemes.CompetenceRoles, alike[0].Role))
            .Add(Cat(CatTerms.MinimumPopulation), Number(alike[0].MinimumPopulation))
            .Add(Rdfs.Comment, Texts(alike[0].Note));

    private Iri? Broader(Concept concept) =>
        concept.Broader is null ? null : iris.Concept(_leaves.Find(concept.Scheme, concept.Broader));

    private Node? MapsTo(Graph graph, Concept concept)
    {
        var mapped = concept.MapsTo?.Split(':');
        return mapped is null ? null : _leaves.Concept(graph, mapped[0], mapped[1]);
    }
}
