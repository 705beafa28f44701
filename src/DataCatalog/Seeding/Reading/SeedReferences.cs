using DataCatalog.Dcat;
using DataCatalog.Dcat.Records;

namespace DataCatalog.Seeding.Reading;

/// <summary>The records of a folder, to which its other records may refer. Of two records with one id the first counts.</summary>
internal sealed class SeedReferences(SeedRows rows) : IReferences
{
    private readonly Dictionary<string, Agent> _agents = ById(rows.Agents);
    private readonly Dictionary<string, ConceptScheme> _schemes = ById(rows.Schemes);
    private readonly Dictionary<string, Concept> _concepts = ById(rows.Concepts);
    private readonly Dictionary<string, Territory> _territories = ById(rows.Territories);
    private readonly Dictionary<string, DataService> _services = ById(rows.Services);
    private readonly Dictionary<string, DatasetSeries> _series = ById(rows.Series);
    private readonly Dictionary<string, Model> _models = ById(rows.Models);
    private readonly Dictionary<string, Dataset> _datasets = ById(rows.Datasets);
    private readonly ILookup<string, string> _codes =
        rows.Concepts.ToLookup(row => row.Record.Scheme, row => row.Record.Code, StringComparer.Ordinal);

    private readonly SeedPlaces _places = new(rows.Territories.Select(row => row.Record));

    public Agent? FindAgent(string id) => _agents.GetValueOrDefault(id);

    public IEnumerable<string> AgentIds => _agents.Keys;

    public ConceptScheme? FindScheme(string scheme) => _schemes.GetValueOrDefault(scheme);

    public Concept? FindConcept(string scheme, string code) => _concepts.GetValueOrDefault($"{scheme}/{code}");

    public IEnumerable<string> CodesOf(string scheme) => _codes[scheme];

    public Territory? FindTerritory(string id) => _territories.GetValueOrDefault(id);

    public string? NearestTerritories(string id) => _places.Nearest(id);

    public DataService? FindService(string id) => _services.GetValueOrDefault(id);

    public DatasetSeries? FindSeries(string id) => _series.GetValueOrDefault(id);

    public Model? FindModel(string id) => _models.GetValueOrDefault(id);

    public bool HasDataset(string id) => _datasets.ContainsKey(id);

    private static Dictionary<string, T> ById<T>(IEnumerable<Sourced<T>> rows)
        where T : IRecord =>
        rows.Select(row => row.Record)
            .DistinctBy(record => record.Id, StringComparer.Ordinal)
            .ToDictionary(record => record.Id, StringComparer.Ordinal);
}
