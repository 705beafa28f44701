using DataCatalog.Dcat.Mapping;
using DataCatalog.Dcat.Records;
using DataCatalog.Http;
using DataCatalog.OpenApi.Schemas;
using DataCatalog.Rdf;
using DataCatalog.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DataCatalog.Concepts;

/// <summary>Vocabularies over HTTP.</summary>
internal static class ConceptEndpoints
{
    public static void MapConcepts(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("").WithTags("Vocabularies");
        group.MapGet("/vocabularies", List).WithName("listVocabularies").ProducesProblem(StatusCodes.Status404NotFound);
        group.MapGet("/vocabularies/{scheme}", FindScheme).WithName("getVocabulary").ProducesEntryProblems();
        group.MapGet("/vocabularies/{scheme}/{code}", FindConcept).WithName("getConcept").ProducesEntryProblems();
    }

    public static Listing Listing(RecordReader<ConceptScheme> schemes) =>
        new("vocabularies", LanguageMap.Of("Vocabulaires", "Vocabularies"), schemes.Count());

    /// <summary>Lists the vocabularies</summary>
    /// <remarks>
    /// The controlled lists that entries use: competences, themes, licences, access regimes and others. A list of the EU keeps its EU
    /// IRIs; `seeAlso` is then its address here.
    /// </remarks>
    /// <response code="200">One page of vocabularies, without their terms.</response>
    private static Results<RdfResult<CollectionSchema<ConceptSchemeSchema>>, ProblemHttpResult> List(
        HttpContext request, Documents documents, RecordReader<ConceptScheme> schemes, [AsParameters] PageQuery page) =>
        documents.Page<CollectionSchema<ConceptSchemeSchema>, ConceptScheme>(
            request, Listing, schemes, page, (mapping, graph, scheme) => mapping.Describe(graph, scheme));

    /// <summary>Gets a vocabulary with all its terms</summary>
    /// <remarks>
    /// The terms form a tree: `topConcept`, then `narrower`. Those of `competences` have the numbers of their datasets, services and
    /// models; a group counts each entry of its members once.
    /// </remarks>
    /// <param name="scheme" example="access-regimes">The vocabulary's name.</param>
    /// <response code="200">The vocabulary.</response>
    /// <response code="404">There never was such a vocabulary.</response>
    /// <response code="410">The vocabulary was withdrawn.</response>
    private static Results<RdfResult<ConceptSchemeSchema>, ProblemHttpResult> FindScheme(
        Documents documents, RecordReader<ConceptScheme> schemes, ConceptStore concepts, CompetenceStore competences, string scheme)
    {
        var version = documents.Version;
        if (schemes.Find(scheme) is not { } entry)
        {
            return Entries.Missing("vocabulary", "vocabularies", scheme, schemes.FindTombstone(scheme));
        }

        return documents.Whole<ConceptSchemeSchema>(version, (mapping, graph) => scheme is Schemes.Competences
            ? Describe(mapping, graph, entry.Record, concepts.OfScheme(scheme), competences.Counts())
            : mapping.Describe(graph, entry.Record, concepts.OfScheme(scheme)));
    }

    /// <summary>Gets a term of a vocabulary</summary>
    /// <remarks>
    /// The labels, the definition, and the official terms with the same meaning. A competence also has its legal reference, the search for
    /// its datasets, its services and models, and, under `restricted`, its data that are not open, with who may use them and where to ask.
    /// </remarks>
    /// <param name="scheme" example="competences">The vocabulary's name.</param>
    /// <param name="code" example="eau-potable">The term's code.</param>
    /// <response code="200">The term.</response>
    /// <response code="404">There never was such a term.</response>
    /// <response code="410">The term was withdrawn.</response>
    private static Results<RdfResult<ConceptSchema>, ProblemHttpResult> FindConcept(
        Documents documents, RecordReader<Concept> concepts, CompetenceStore competences, string scheme, string code)
    {
        var version = documents.Version;
        var id = $"{scheme}/{code}";
        if (concepts.Find(id) is not { } entry)
        {
            return Entries.Missing("term", $"vocabularies/{scheme}", id, concepts.FindTombstone(id));
        }

        return scheme is Schemes.Competences
            ? documents.Whole<ConceptSchema>(
                version, (mapping, graph) => Describe(mapping, graph, entry.Record, competences.Entries(entry.Record)))
            : documents.One<Concept, ConceptSchema>(entry, (mapping, graph) => mapping.Describe(graph, entry.Record));
    }

    private static Node Describe(
        DcatMapping mapping,
        Graph graph,
        ConceptScheme scheme,
        IReadOnlyList<Concept> competences,
        IReadOnlyDictionary<string, CompetenceCounts> counts)
    {
        var node = mapping.Describe(graph, scheme, competences);
        foreach (var competence in competences)
        {
            mapping.Describe(graph, competence, counts.GetValueOrDefault(competence.Id, CompetenceCounts.None));
        }

        return node;
    }

    private static Node Describe(DcatMapping mapping, Graph graph, Concept competence, CompetenceEntries entries)
    {
        var node = mapping.Describe(graph, competence);
        mapping.Describe(graph, competence, entries);
        return node;
    }
}
