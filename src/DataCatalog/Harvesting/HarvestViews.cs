using System.Text.Json;
using DataCatalog.Datasets;
using DataCatalog.Dcat.Records;
using DataCatalog.Http;
using DataCatalog.Storage;
using DataCatalog.Territories;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DataCatalog.Harvesting;

/// <summary>Reads the filters of a view of the catalogue. They are exact: a saved view never changes its members by what a word may mean.</summary>
internal sealed class HarvestViews(References references, CatalogStore catalog, DatasetStore datasets, TerritoryMaps maps)
{
    /// <summary>Where the catalogue is expected to be taken from, whether or not an entry names it yet.</summary>
    private const string NationalPlatform = "data.gouv.fr";

    /// <summary>Reads the filters.</summary>
    /// <param name="query">The request's query.</param>
    /// <param name="view">What it asks for; of use when there is no fault.</param>
    /// <returns>The first fault, or null.</returns>
    public ProblemHttpResult? Read(HarvestQuery query, out HarvestView view)
    {
        var known = references.Current;
        var parameters = new ParameterReader();
        var conditions = new ViewConditions();
        var fault = parameters.Publishers("publisher", One(query.Publisher), known, datasets.Publishers)
            ?? parameters.Flag("hvd", query.Hvd, conditions.HighValue)
            ?? parameters.Instant("modifiedSince", query.ModifiedSince, instant => conditions.ChangedSince(StoredText.Of(instant)))
            ?? parameters.Flag("own", query.Own, conditions.Own)
            ?? NotOn(parameters, query.NotOn)
            ?? Territory(parameters, query.Territory, conditions)
            ?? parameters.Codes("competence", One(query.Competence), Schemes.Competences, known)
            ?? parameters.Codes("theme", One(query.Theme), Schemes.Themes, known);
        if (fault is null)
        {
            Apply(query, known, conditions);
        }

        view = new HarvestView(parameters.Query, conditions.Datasets, conditions.Series, conditions.Services);
        return fault;
    }

    private static string[]? One(string? value) => value is null ? null : [value];

    private ProblemHttpResult? NotOn(ParameterReader parameters, string? platform) => platform is null ? null
        : parameters.Choice("notOn", platform, [.. catalog.Platforms().Append(NationalPlatform).Distinct(StringComparer.Ordinal)]);

    private ProblemHttpResult? Territory(ParameterReader parameters, string? id, ViewConditions conditions)
    {
        var map = maps.Current;
        var fault = parameters.Territory("territory", id, map, out var number);
        if (number is { } place)
        {
            conditions.Territories(catalog.TerritoriesRelatedTo(map, place));
        }

        return fault;
    }

    private static void Apply(HarvestQuery query, ReferenceSnapshot known, ViewConditions conditions)
    {
        if (query.Publisher is { } publisher)
        {
            conditions.Publisher(publisher);
        }

        if (query.NotOn is { } platform)
        {
            conditions.NotOn(platform);
        }

        if (query.Competence is { } competence)
        {
            conditions.Competences(JsonSerializer.Serialize(WithMembers(competence, known).Select(code => $"{Schemes.Competences}/{code}")));
        }

        if (query.Theme is { } theme)
        {
            conditions.Theme($"{Schemes.Themes}/{theme}");
        }
    }

    /// <summary>A competence and, where it is a group, its members.</summary>
    private static IEnumerable<string> WithMembers(string competence, ReferenceSnapshot known) => known.CodesOf(Schemes.Competences)
        .Where(code => string.Equals(known.FindConcept(Schemes.Competences, code)!.Broader, competence, StringComparison.Ordinal))
        .Prepend(competence);
}
