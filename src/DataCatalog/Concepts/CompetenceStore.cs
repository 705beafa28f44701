using Dapper;
using DataCatalog.Dcat.Mapping;
using DataCatalog.Dcat.Records;
using DataCatalog.Storage;

namespace DataCatalog.Concepts;

/// <summary>
/// Counts and lists the entries of the competences of local authorities. A group has the entries of its members, as a search for the group
/// has.
/// </summary>
internal sealed class CompetenceStore(Database database)
{
    private static readonly string CountsSql = $"""
        select s.concept_id as Id,
          (select count(distinct dataset_id) {From(Kinds.Dataset, "s.concept_id")}) as Datasets,
          (select count(distinct service_id) {From(Kinds.Service, "s.concept_id")}) as Services,
          (select count(distinct model_id) {From(Kinds.Model, "s.concept_id")}) as Models
        from concept_scheme s where s.scheme_id = @scheme
        """;

    private const string NotOpenSql =
        "not exists (select 1 from dataset_concept c where c.dataset_id = t.id and c.field = 'access.regime' and c.concept_id = @open)";

    private readonly RecordReader<Dataset> _datasets = new(database);
    private readonly RecordReader<DataService> _services = new(database);
    private readonly RecordReader<Model> _models = new(database);

    /// <summary>Counts the entries of each competence, by its id.</summary>
    public IReadOnlyDictionary<string, CompetenceCounts> Counts()
    {
        using var connection = database.OpenRead();
        return connection.Query<Row>(CountsSql, new { scheme = Schemes.Competences })
            .ToDictionary(row => row.Id, row => row.ToCounts(), StringComparer.Ordinal);
    }

    /// <summary>Reads the entries of one competence.</summary>
    public CompetenceEntries Entries(Concept competence)
    {
        var services = All(_services, Of(Kinds.Service, competence));
        var models = All(_models, Of(Kinds.Model, competence));
        var datasets = Of(Kinds.Dataset, competence);
        return new CompetenceEntries(
            new CompetenceCounts(_datasets.Count(datasets), services.Count, models.Count),
            services,
            models,
            All(_datasets, datasets with { Condition = $"{datasets.Condition} and {NotOpenSql}" }));
    }

    private static IReadOnlyList<T> All<T>(RecordReader<T> reader, Selection selection)
        where T : class, IRecord => [.. reader.List(selection, offset: 0, limit: int.MaxValue).Select(entry => entry.Record)];

    private static Selection Of(string kind, Concept competence) => new(
        $"t.id in (select {kind}_id {From(kind, "@competence")})",
        new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["competence"] = competence.Id,
            ["open"] = $"{Schemes.AccessRegimes}/{AccessConditions.Open}",
        });

    /// <summary>Returns the SQL for the links from entries of one kind to a competence and its members.</summary>
    private static string From(string kind, string competence) => $"""
        from {kind}_concept where field = 'competences' and concept_id in (
          select {competence} union all select concept_id from concept_concept where field = 'broader' and other_id = {competence})
        """;

    private sealed record Row(string Id, long Datasets, long Services, long Models)
    {
        public CompetenceCounts ToCounts() => new((int)Datasets, (int)Services, (int)Models);
    }
}
