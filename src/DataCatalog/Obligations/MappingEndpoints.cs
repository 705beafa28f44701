using DataCatalog.Http;
using DataCatalog.Http.Bounds;
using DataCatalog.OpenApi.Schemas;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DataCatalog.Obligations;

/// <summary>Mappings of the duties and data of territories over HTTP.</summary>
internal static class MappingEndpoints
{
    public static void MapTerritoryMappings(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/territories/{id}").WithTags("Territories");
        group.MapGet("/mapping", Find).WithName("getMapping").WithCost(Cost.Search).ProducesEntryProblems()
            .WithMetadata(StatementQuery.Sets);
    }

    /// <summary>Maps the duties and the data of a territory</summary>
    /// <remarks>
    /// First the duties (`duty`): each rule of law that applies to the authority, or may apply, with three facts that are kept apart.
    /// `applies`: `yes`; `only-if` (if the conditions in `question` are met, or from `minimumStaff`); `undetermined` (`because` has the
    /// reason). `seen`, what this catalogue sees: `published` (data of the authority, in `answeredBy`, or of the intermunicipal body that
    /// holds the competence, in `answeredByHolder`), `shown-nationally` (a national dataset shows such data: it never does a duty for
    /// anybody), or `nothing-seen`; the catalogue does not know everything. Then by when: `dueDay`, `deadlineText`. `answerCount` counts
    /// all rules; `/rules?territory=` has each with its destination, check address and an example, also those that do not apply, and why.
    ///
    /// Answer the questions by `has`, `hasNot` and `staff`; the answer repeats them. Then the data: for each group of competences and each
    /// competence the number of the territory's own datasets (local authorities produce them, and they name the territory), the number of
    /// others that cover it (`countOfOthers`), and for each group a few of them; with `competence` also who holds it, and at most five.
    ///
    /// A country, a former commune and an arrondissement are no authorities: `comment` says so, `seeAlso` is the mapping of the commune.
    /// The answer is that of one day, in Paris: texts come into force and end.
    /// </remarks>
    /// <param name="id" example="commune:35238">The typed code; an old code stands for the present territory, with `resolvedFrom`.</param>
    /// <param name="competence" example="deliberations">
    /// Only this competence, or this group of competences: the counts then count only what is shown.
    /// </param>
    /// <response code="200">The mapping.</response>
    /// <response code="404">There is no such territory.</response>
    /// <response code="410">The territory was withdrawn.</response>
    private static Results<RdfResult<TerritoryMappingSchema>, ProblemHttpResult> Find(
        Documents documents,
        DutyQuestions questions,
        TerritoryMappings mappings,
        string id,
        string? competence,
        [AsParameters] StatementQuery statements)
    {
        var asked = questions.Begin();
        return asked.Read(id, competence, statements, out var subject) is { } problem
            ? problem
            : documents.Whole<TerritoryMappingSchema>(
                asked.Version, (mapping, graph) => mapping.Describe(graph, mappings.Of(subject, asked.Today)));
    }
}
