using System.Text.Json;
using DataCatalog.Datasets;
using DataCatalog.Dcat;
using DataCatalog.Dcat.Records;
using DataCatalog.Http;
using DataCatalog.Storage;
using DataCatalog.Territories;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DataCatalog.Harvesting;

/// <summary>
/// Reads the filters and the language of a view of the catalogue. Filters are exact, without words to interpret: the members of a saved
/// view change only with the data.
/// </summary>
internal sealed class HarvestViews(
    References references, CatalogStore catalog, DatasetStore datasets, TerritoryIndexes indexes, CatalogIris iris)
{
    /// <summary>
    /// The platform that is always a valid value of <c>notOn</c>, even before an entry names it: it is expected to harvest the catalogue.
    /// </summary>
    private const string NationalPlatform = "data.gouv.fr";

    /// <summary>Reads the filters and the language.</summary>
    /// <param name="query">The query parameters of the request.</param>
    /// <param name="view">The view; only valid when there is no fault.</param>
    /// <returns>The first fault, or null.</returns>
    public ProblemHttpResult? Read(HarvestQuery query, out HarvestView view)
    {
        var known = references.Current;
        var parameters = new ParameterReader();
        var conditions = new ViewConditions();
        IReadOnlyList<string> publishers = [];
        IReadOnlyList<string> competences = [];
        IReadOnlyList<string> themes = [];
        var fault = parameters.Publishers("publisher", ListOf(query.Publisher), known, datasets.Publishers, out publishers)
            ?? parameters.Values("identifier", query.Identifier, IdentifierQuery.Expected)
            ?? parameters.Flag("hvd", query.Hvd, conditions.HighValue)
            ?? parameters.Instant("modifiedSince", query.ModifiedSince, instant => conditions.ChangedSince(StoredText.Of(instant)))
            ?? parameters.Flag("own", query.Own, conditions.Own)
            ?? NotOn(parameters, query.NotOn)
            ?? Territory(parameters, query.Territory, conditions)
            ?? parameters.Codes("competence", ListOf(query.Competence), Schemes.Competences, known, out competences)
            ?? parameters.Codes("theme", ListOf(query.Theme), Schemes.Themes, known, out themes);
        if (fault is null)
        {
            publishers.ToList().ForEach(conditions.Publisher);
            if (query.NotOn is { } platform)
            {
                conditions.NotOn(platform);
            }

            if (query.Identifier is { Length: > 0 } identifiers)
            {
                conditions.Identifiers(new IdentifierQuery(identifiers, iris));
            }

            Apply(competences, themes, known, conditions);
        }

        var filters = parameters.Query;
        fault ??= parameters.Choice("lang", query.Lang, HarvestQuery.Languages);
        view = new HarvestView(
            filters, parameters.Query, conditions.Datasets, conditions.Series, conditions.Services, query.Lang);
        return fault;
    }

    private static string[]? ListOf(string? value) => value is null ? null : [value];

    private ProblemHttpResult? NotOn(ParameterReader parameters, string? platform) => platform is null ? null
        : parameters.Choice("notOn", platform, [.. catalog.Platforms().Append(NationalPlatform).Distinct(StringComparer.Ordinal)]);

    private ProblemHttpResult? Territory(ParameterReader parameters, string? id, ViewConditions conditions)
    {
        var fault = parameters.Territory("territory", id, indexes, out var place);
        if (place is var (places, number))
        {
            conditions.Territories(catalog.TerritoriesRelatedTo(places, number));
        }

        return fault;
    }

    private static void Apply(
        IReadOnlyList<string> competences, IReadOnlyList<string> themes, ReferenceSnapshot known, ViewConditions conditions)
    {
        foreach (var competence in competences)
        {
            var ids = WithMembers(competence, known).Select(code => $"{Schemes.Competences}/{code}");
            conditions.Competences(JsonSerializer.Serialize(ids));
        }

        foreach (var theme in themes)
        {
            conditions.Theme($"{Schemes.Themes}/{theme}");
        }
    }

    /// <summary>Lists a competence and, when it is a group, its members.</summary>
    private static IEnumerable<string> WithMembers(string competence, ReferenceSnapshot known) => known.CodesOf(Schemes.Competences)
        .Where(code => string.Equals(known.FindConcept(Schemes.Competences, code)!.Broader, competence, StringComparison.Ordinal))
        .Prepend(competence);
}
