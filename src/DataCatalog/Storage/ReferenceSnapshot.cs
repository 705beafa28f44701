using System.Collections.Concurrent;
using System.Collections.Frozen;
using DataCatalog.Dcat;
using DataCatalog.Dcat.Records;
using Microsoft.Data.Sqlite;

namespace DataCatalog.Storage;

/// <summary>
/// What entries may point to, in memory. Territories are too many: each is read when it is first asked for. Datasets are asked of the
/// database.
/// </summary>
/// <param name="database">The database.</param>
/// <param name="iris">The addresses of our own terms.</param>
/// <param name="connection">A connection that sees one state of it; it is needed for the making only.</param>
internal sealed class ReferenceSnapshot(Database database, CatalogIris iris, SqliteConnection connection) : IReferences
{
    private readonly FrozenDictionary<string, Agent> _agents = ById(RecordReader<Agent>.All(connection));
    private readonly FrozenDictionary<string, ConceptScheme> _schemes = ById(RecordReader<ConceptScheme>.All(connection));
    private readonly FrozenDictionary<string, DataService> _services = ById(RecordReader<DataService>.All(connection));
    private readonly FrozenDictionary<string, Model> _models = ById(RecordReader<Model>.All(connection));
    private readonly FrozenDictionary<string, DatasetSeries> _series = ById(RecordReader<DatasetSeries>.All(connection));
    private readonly FrozenDictionary<string, FrozenDictionary<string, Concept>> _concepts =
        ByScheme(RecordReader<Concept>.All(connection));

    private readonly RecordReader<Dataset> _datasets = new(database);
    private readonly RecordReader<Territory> _storedTerritories = new(database);
    private readonly ConcurrentDictionary<string, Territory> _territories = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, FrozenDictionary<string, string>> _codes = new(StringComparer.Ordinal);

    /// <summary>The catalogue itself; <see cref="Catalog.Undescribed"/> where the database does not describe it.</summary>
    public Catalog Catalog { get; } = CatalogSetting.Find(connection) ?? Catalog.Undescribed;

    private ILookup<string, DataService> ServicesByDataset => field ??= _services.Values
        .SelectMany(service => service.Serves, (service, dataset) => (service, dataset))
        .ToLookup(link => link.dataset, link => link.service, StringComparer.Ordinal);

    public Agent? FindAgent(string id) => _agents.GetValueOrDefault(id);

    public IEnumerable<string> AgentIds => _agents.Keys;

    public ConceptScheme? FindScheme(string scheme) => _schemes.GetValueOrDefault(scheme);

    public Concept? FindConcept(string scheme, string code) => _concepts.GetValueOrDefault(scheme)?.GetValueOrDefault(code);

    public IEnumerable<string> CodesOf(string scheme) =>
        _concepts.GetValueOrDefault(scheme)?.Keys.Order(StringComparer.Ordinal) ?? Enumerable.Empty<string>();

    /// <summary>
    /// Returns the code of the term that has an address: its IRI; else its page or one of its exact matches, unless several terms have it.
    /// Null when no term has it.
    /// </summary>
    public string? CodeOf(string scheme, string address) => _codes.GetOrAdd(scheme, CodesByAddress).GetValueOrDefault(address);

    public DataService? FindService(string id) => _services.GetValueOrDefault(id);

    /// <summary>The services that give access to a dataset: those that say so, and those that its distributions name.</summary>
    public IEnumerable<DataService> ServicesOf(Dataset dataset) => ServicesByDataset[dataset.Id]
        .Concat(dataset.Distributions.Select(distribution => distribution.Service)
            .OfType<string>().Select(FindService).OfType<DataService>())
        .DistinctBy(service => service.Id, StringComparer.Ordinal)
        .OrderBy(service => service.Id, StringComparer.Ordinal);

    public DatasetSeries? FindSeries(string id) => _series.GetValueOrDefault(id);

    /// <summary>The services, in the ordinal order of their ids.</summary>
    public IEnumerable<DataService> Services => _services.Values.OrderBy(service => service.Id, StringComparer.Ordinal);

    /// <summary>The models, in the ordinal order of their ids.</summary>
    public IEnumerable<Model> Models => _models.Values.OrderBy(model => model.Id, StringComparer.Ordinal);

    /// <summary>The agents, in the ordinal order of their ids.</summary>
    public IEnumerable<Agent> Agents => _agents.Values.OrderBy(agent => agent.Id, StringComparer.Ordinal);

    public Model? FindModel(string id) => _models.GetValueOrDefault(id);

    public bool HasDataset(string id) => _datasets.Has(id);

    public Territory? FindTerritory(string id)
    {
        if (!_territories.TryGetValue(id, out var territory) && _storedTerritories.Find(id) is { } entry)
        {
            territory = _territories.GetOrAdd(id, entry.Record);
        }

        return territory;
    }

    private FrozenDictionary<string, string> CodesByAddress(string scheme)
    {
        var terms = _concepts.GetValueOrDefault(scheme)?.Values ?? [];
        var codes = terms
            .SelectMany(term => term.ExactMatches.Append(term.Page).OfType<string>().Distinct(StringComparer.Ordinal),
                (term, address) => (address, term.Code))
            .GroupBy(term => term.address, term => term.Code, StringComparer.Ordinal)
            .Where(codes => codes.Count() == 1)
            .ToDictionary(codes => codes.Key, codes => codes.First(), StringComparer.Ordinal);
        foreach (var term in terms)
        {
            codes[iris.Concept(term).Value] = term.Code;
        }

        return codes.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static FrozenDictionary<string, T> ById<T>(IEnumerable<Entry<T>> entries)
        where T : IRecord => entries.Select(entry => entry.Record).ToFrozenDictionary(record => record.Id, StringComparer.Ordinal);

    private static FrozenDictionary<string, FrozenDictionary<string, Concept>> ByScheme(IEnumerable<Entry<Concept>> entries) => entries
        .Select(entry => entry.Record)
        .GroupBy(concept => concept.Scheme, StringComparer.Ordinal)
        .ToFrozenDictionary(
            scheme => scheme.Key,
            scheme => scheme.ToFrozenDictionary(concept => concept.Code, StringComparer.Ordinal),
            StringComparer.Ordinal);
}
