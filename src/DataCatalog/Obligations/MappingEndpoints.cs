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
    /// First the duties (`duty`): each rule of law that applies to the authority (`applies`: `yes`), or of which nobody here can tell
    /// (`undetermined`, with the reason in `because`), those due soonest first. Three facts are kept apart: whether it applies; what this
    /// catalogue sees (`seen`); by when it is due (`dueDay`, `deadlineText`). `seen` is `published` (data of the territory, in
    /// `answeredBy`, or of the intermunicipal body that holds the competence, in `answeredByHolder`), `shown-nationally` (a national
    /// dataset shows such data: it never does a duty for anybody), or `nothing-seen`; the catalogue does not know everything. The address
    /// of each has the rest: destination, check address, an example. `right` has what the authority may ask for.
    ///
    /// Further rules depend on what only the authority knows: each `question` has the list of its rules. Answer by `has`, `hasNot` and
    /// `staff`; the answer repeats them. `answerCount` counts all rules; `/rules?territory=` has each, also those that do not apply, and
    /// why.
    ///
    /// Then the data: for each competence the number of the territory's own datasets (local authorities produce them, and they name the
    /// territory), and of others that cover it or may cover it (`countOfOthers`). The mapping of one competence also says who holds it, and
    /// lists at most five datasets each that are its own, that the authority publishes elsewhere, that are of the body that holds it, and
    /// others.
    ///
    /// A country, its subsets, a former commune and an arrondissement are no authorities: `comment` says so, `seeAlso` is the mapping of
    /// the commune. The answer is that of one day, in Paris: texts come into force and end.
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
                asked.Version, (mapping, graph, isPage) => mapping.Describe(graph, mappings.Of(subject, asked.Today), isPage));
    }
}
