using DataCatalog.Dcat.Records;
using DataCatalog.Dcat.Vocabulary;
using DataCatalog.Rdf;

namespace DataCatalog.Dcat.Mapping;

/// <summary>An entry of any kind as a list of answers shows it.</summary>
/// <param name="Kind">The code of its kind: <c>dataset</c>, <c>rule</c>.</param>
/// <param name="Record">The record.</param>
/// <param name="Detail">What distinguishes it from others of the same name, in French; null for nothing.</param>
/// <param name="SeeAlso">The address of the search for its datasets; null when there is none.</param>
public sealed record FoundEntry(string Kind, IRecord Record, string? Detail, Iri? SeeAlso);

/// <summary>What is nearest to a question that no dataset answers.</summary>
/// <param name="Comment">Says that there is none, and what is nearest.</param>
/// <param name="Entries">The nearest entries, best first.</param>
/// <param name="SeeAlso">Where to look further.</param>
public sealed record NearestEntries(LanguageMap Comment, IReadOnlyList<FoundEntry> Entries, Iri SeeAlso);

/// <summary>Maps entries of any kind as a list of answers shows them: with their class and name, and what tells them apart.</summary>
public sealed partial class DcatMapping
{
    /// <summary>Describes an entry for a list of answers. Its own address has the whole of it.</summary>
    public Node Describe(Graph graph, FoundEntry found)
    {
        var (iri, type, identifier) = Identify(found.Record);
        var (property, name) = NameOf(found.Record);
        return graph.DescribeInside(iri)
            .OfType(type)
            .Add(DcTerms.Identifier, Literal.Of(identifier))
            .Add(Cat(CatTerms.Code), found.Record is Agent or Concept ? Literal.Of(identifier) : null)
            .Add(property, Texts(name))
            .Add(Cat(CatTerms.Kind), Literal.Of(found.Kind))
            .Add(Cat(CatTerms.Detail), Text(found.Detail))
            .Add(Rdfs.SeeAlso, found.SeeAlso);
    }

    /// <summary>States what is nearest to a question that no dataset answers.</summary>
    public void Describe(Graph graph, Iri collection, NearestEntries nearest) => graph.Describe(collection)
        .Add(Cat(CatTerms.Nearest), graph.DescribeInside(CatalogIris.Part(collection, "nearest"))
            .Add(Rdfs.Comment, Texts(nearest.Comment))
            .Add(Rdfs.SeeAlso, nearest.SeeAlso)
            .AddList(Cat(CatTerms.NearestEntry), nearest.Entries.Select(entry => Describe(graph, entry))));

    private (Iri Iri, Iri Type, string Identifier) Identify(IRecord record) => record switch
    {
        Dataset dataset => (iris.Dataset(dataset.Id), DcatTerms.Dataset, dataset.Id),
        DataService service => (iris.Service(service.Id), DcatTerms.DataService, service.Id),
        LegalRule rule => (iris.Rule(rule.Id), Cat(CatTerms.Rule), rule.Id),
        Model model => (iris.Model(model.Id), Cat(CatTerms.Model), model.Id),
        Agent agent => (iris.Agent(agent.Id), Foaf.Agent, agent.Id),
        Concept concept => (iris.Concept(concept), Skos.Concept, concept.Code),
        _ => throw new ArgumentException($"No list of answers shows a {record.GetType().Name}.", nameof(record)),
    };

    private static (Iri Property, LanguageMap Name) NameOf(IRecord record) => record switch
    {
        Dataset dataset => (DcTerms.Title, dataset.Title),
        DataService service => (DcTerms.Title, service.Title),
        LegalRule rule => (DcTerms.Title, rule.Title),
        Model model => (DcTerms.Title, model.Title),
        Agent agent => (Foaf.Name, agent.Name),
        Concept concept => (Skos.PrefLabel, concept.Label),
        _ => throw new ArgumentException($"No list of answers shows a {record.GetType().Name}.", nameof(record)),
    };
}
