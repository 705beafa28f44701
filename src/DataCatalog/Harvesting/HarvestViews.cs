using System.Text.Json;
using DataCatalog.Datasets;
using DataCatalog.Dcat.Records;
using DataCatalog.Dcat.Rules;
using DataCatalog.Http;
using DataCatalog.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DataCatalog.Harvesting;

/// <summary>Reads the filters of a request. A filter that means nothing is refused: ignored, it would give a wrong answer that looks right.</summary>
internal sealed class HarvestViews(References references, CatalogStore catalog, DatasetStore datasets)
{
    /// <summary>Reads the filters.</summary>
    /// <param name="query">The request's query.</param>
    /// <param name="view">What it asks for.</param>
    /// <returns>The first fault, or null.</returns>
    public ProblemHttpResult? Read(HarvestQuery query, out HarvestView view)
    {
        var reading = new Reading(references.Current, catalog, datasets, query);
        var fault = reading.Run();
        view = reading.View;
        return fault;
    }

    /// <summary>One reading: each filter adds its conditions and its part of the links, in one order whatever the request's was.</summary>
    private sealed class Reading(ReferenceSnapshot known, CatalogStore catalog, DatasetStore datasets, HarvestQuery query)
    {
        private readonly ViewConditions _conditions = new();
        private readonly List<string> _links = [];

        public HarvestView View => new(string.Join('&', _links), _conditions.Datasets, _conditions.Series, _conditions.Services);

        public ProblemHttpResult? Run() =>
            Apply("publisher", query.Publisher, Publisher)
            ?? Apply("hvd", query.Hvd, _conditions.HighValue)
            ?? Apply("modifiedSince", query.ModifiedSince, ModifiedSince)
            ?? Apply("own", query.Own, _conditions.Own)
            ?? Apply("notOn", query.NotOn, NotOn)
            ?? Apply("territory", query.Territory, Territory)
            ?? Apply("competence", query.Competence, Competence)
            ?? Apply("theme", query.Theme, Theme);

        private ProblemHttpResult? Apply(string name, string? value, Func<string, string?> apply)
        {
            if (value is null)
            {
                return null;
            }

            _links.Add($"{name}={Uri.EscapeDataString(value)}");
            return apply(value) is { } expected ? Problems.BadQuery(name, $"'{name}' is '{Shown.Of(value)}'; expected {expected}.") : null;
        }

        private ProblemHttpResult? Apply(string name, bool? value, Action<bool> apply)
        {
            if (value is { } wanted)
            {
                _links.Add($"{name}={(wanted ? "true" : "false")}");
                apply(wanted);
            }

            return null;
        }

        /// <summary>Applies the filter, or says what was expected.</summary>
        private string? Publisher(string id)
        {
            if (known.FindAgent(id) is null)
            {
                return "an identifier of '/agents'" + Near(id, datasets.Publishers());
            }

            _conditions.Publisher(id);
            return null;
        }

        private string? ModifiedSince(string text)
        {
            if (!QueryInstant.TryParse(text, out var instant))
            {
                return QueryInstant.Expected;
            }

            _conditions.ChangedSince(StoredText.Of(instant));
            return null;
        }

        private string? NotOn(string platform)
        {
            string[] platforms = [.. catalog.Platforms().Append("data.gouv.fr").Distinct(StringComparer.Ordinal)];
            if (!platforms.Contains(platform, StringComparer.Ordinal))
            {
                return $"a platform that entries name: {string.Join(", ", platforms)}";
            }

            _conditions.NotOn(platform);
            return null;
        }

        private string? Territory(string id)
        {
            if (known.FindTerritory(id) is null)
            {
                return $"a typed code of a territory, such as commune:35238 or region:53; kinds: {string.Join(", ", Dcat.Records.Territory.Kinds)}";
            }

            _conditions.Territories(catalog.TerritoriesRelatedTo(id));
            return null;
        }

        private string? Competence(string code)
        {
            var codes = known.CodesOf(Schemes.Competences).ToList();
            if (!codes.Contains(code, StringComparer.Ordinal))
            {
                return "a code of '/vocabularies/competences'" + Near(code, codes);
            }

            var members = codes.Where(candidate => string.Equals(known.FindConcept(Schemes.Competences, candidate)!.Broader, code, StringComparison.Ordinal));
            _conditions.Competences(JsonSerializer.Serialize(members.Prepend(code).Select(member => $"{Schemes.Competences}/{member}")));
            return null;
        }

        private string? Theme(string code)
        {
            if (known.FindConcept(Schemes.Themes, code) is null)
            {
                return $"a code of '/vocabularies/themes': {string.Join(", ", known.CodesOf(Schemes.Themes))}";
            }

            _conditions.Theme($"{Schemes.Themes}/{code}");
            return null;
        }

        private static string Near(string word, IEnumerable<string> allowed) =>
            EditDistance.Meant(word, allowed, 3) is { Count: > 0 } meant ? $"; the nearest are {string.Join(", ", meant)}" : "";
    }
}
