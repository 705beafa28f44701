using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Data.Common;
using DataCatalog.Dcat;
using DataCatalog.Dcat.Records;

namespace DataCatalog.Storage;

/// <summary>
/// What entries may point to, in memory. Territories are too many: each is read when it is first asked for. Datasets are asked of the
/// database.
/// </summary>
/// <param name="database">The database.</param>
/// <param name="iris">The addresses of our own terms.</param>
/// <param name="connection">A connection that sees one state of it; it is needed for the making only.</param>
internal sealed class ReferenceSnapshot(Database database, CatalogIris iris, DbConnection connection) : IReferences
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
    private readonly ConcurrentDictionary<string, TermKeys> _keys = new(StringComparer.Ordinal);

    /// <summary>The catalogue itself; <see cref="Catalog.Undescribed"/> where the database does not describe it.</summary>
    public Catalog Catalog { get; } = CatalogSetting.Find(connection) ?? Catalog.Undescribed;

    public LeafDescriptions Leaves { get; } = new();

    private ILookup<string, DataService> ServicesByDataset => field ??= _services.Values
        .SelectMany(service => service.Serves, (service, dataset) => (service, dataset))
        .ToLookup(link => link.dataset, link => link.service, StringComparer.Ordinal);

    private FrozenDictionary<string, string> AgentsByKey => field ??= _agents.Keys.ToFrozenDictionary(
        id => AddressKey.Of(iris.Agent(id).Value)!, StringComparer.Ordinal);

    public Agent? FindAgent(string id) => _agents.GetValueOrDefault(id);

    public IEnumerable<string> AgentIds => _agents.Keys;

    public ConceptScheme? FindScheme(string scheme) => _schemes.GetValueOrDefault(scheme);

    public Concept? FindConcept(string scheme, string code) => _concepts.GetValueOrDefault(scheme)?.GetValueOrDefault(code);

    public IEnumerable<string> CodesOf(string scheme) =>
        _concepts.GetValueOrDefault(scheme)?.Keys.Order(StringComparer.Ordinal) ?? Enumerable.Empty<string>();

    /// <summary>
    /// Lists the codes of the terms that a text stands for: a code, or what answers publish for a term (<see cref="TermKeys"/>). Several
    /// when it is not clear which is meant.
    /// </summary>
    public IReadOnlyList<string> CodesMeant(string scheme, string text) => _keys.GetOrAdd(scheme, KeysOf).CodesOf(text);

    /// <summary>Finds the term of any vocabulary that has an address; null when none has it, or several.</summary>
    public Concept? FindByAddress(string address) => AddressKey.Of(address) is null ? null
        : _concepts.Keys
            .SelectMany(scheme => CodesMeant(scheme, address).Select(code => FindConcept(scheme, code)))
            .Take(2).ToList() is [var only] ? only : null;

    /// <summary>
    /// Returns the identifier of the agent that a text stands for: the identifier, or the address of the agent here; otherwise null.
    /// </summary>
    public string? AgentMeant(string text) => _agents.ContainsKey(text) ? text : AgentsByKey.GetValueOrDefault(AddressKey.Of(text) ?? "");

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

    /// <summary>Reads some territories at once: entries on a page have many, and one query costs as much as each of them alone.</summary>
    public void ReadTerritories(IEnumerable<string> ids)
    {
        string[] missing = [.. ids.Where(id => !_territories.ContainsKey(id)).Distinct(StringComparer.Ordinal)];
        if (missing.Length > 1)
        {
            using var reading = database.OpenRead();
            foreach (var entry in RecordReader<Territory>.Find(reading, missing))
            {
                _territories.TryAdd(entry.Record.Id, entry.Record);
            }
        }
    }

    private TermKeys KeysOf(string scheme) => new(
        _concepts.GetValueOrDefault(scheme)?.Values.ToList() ?? [],
        iris,
        mapped => mapped.Split(':') is [var official, var code] && FindConcept(official, code) is { } term ? term : null);

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
