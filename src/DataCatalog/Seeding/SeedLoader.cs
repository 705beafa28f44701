using DataCatalog.Agents;
using DataCatalog.Concepts;
using DataCatalog.Datasets;
using DataCatalog.Dcat.Records;
using DataCatalog.Index;
using DataCatalog.LegalRules;
using DataCatalog.Models;
using DataCatalog.Seeding.Reading;
using DataCatalog.Series;
using DataCatalog.Services;
using DataCatalog.Storage;
using DataCatalog.Territories;

namespace DataCatalog.Seeding;

/// <summary>
/// Loads what was read from the CSV files, in one transaction: an error leaves nothing. Records are compared by content, and what is the
/// same writes nothing.
/// </summary>
internal sealed class SeedLoader(Database database)
{
    private const string Reason = "It is no longer among the curated data.";

    /// <summary>Loads the content of the CSV files.</summary>
    /// <param name="content">Records that passed their rules.</param>
    /// <param name="withdrawMissing">Whether records that are not in the content are withdrawn rather than kept.</param>
    /// <param name="actor">Who loads, for the change log.</param>
    /// <param name="baseUrl">
    /// The public base URL, which the database remembers from its first entries on; null when that is no matter.
    /// </param>
    /// <param name="progress">Hears how far the load is.</param>
    public SeedReport Load(
        SeedContent content, bool withdrawMissing, string actor, string? baseUrl = null, Action<SeedProgress>? progress = null)
    {
        var newest = SeedDays.Newest(content);
        SeedNoun[] nouns =
        [
            SeedNoun.Of("schemes", content.Schemes, _ => newest, SchemeStore.Writer),
            SeedNoun.Of("concepts", content.Concepts, _ => newest, ConceptStore.Writer),
            SeedNoun.Of("territories", content.Territories, _ => newest, TerritoryStore.Writer),
            SeedNoun.Of("agents", content.Agents, agent => agent.CheckedAt, AgentStore.Writer),
            SeedNoun.Of("series", content.Series, SeedDays.Of, SeriesStore.Writer),
            SeedNoun.Of("services", content.Services, SeedDays.Of, ServiceStore.Writer),
            SeedNoun.Of("models", content.Models, SeedDays.Of, ModelStore.Writer),
            SeedNoun.Of("rules", content.Rules, SeedDays.Of, RuleStore.Writer),
            SeedNoun.Of("datasets", content.Datasets, SeedDays.Of, DatasetStore.Writer),
        ];
        return database.Write(actor, session =>
        {
            if (baseUrl is not null)
            {
                BaseUrlGuard.Remember(session, baseUrl);
            }

            SynonymStore.Replace(session, content.Synonyms);
            SeedCount[] counts = [.. nouns.Select(noun => noun.Load(session, withdrawMissing ? Reason : null, progress ?? (_ => { })))];
            return new SeedReport([.. LoadCatalog(session, content.Catalog), .. counts]);
        });
    }

    private static IEnumerable<SeedCount> LoadCatalog(WriteSession session, Catalog? catalog) =>
        catalog is null ? [] : [SeedCount.Of("catalog", CatalogSetting.Save(session, catalog))];
}
