using System.Globalization;
using DataCatalog.Agents;
using DataCatalog.Concepts;
using DataCatalog.Datasets;
using DataCatalog.Dcat.Records;
using DataCatalog.Index;
using DataCatalog.LegalRules;
using DataCatalog.Models;
using DataCatalog.Seeding;
using DataCatalog.Seeding.Reading;
using DataCatalog.Series;
using DataCatalog.Services;
using DataCatalog.Storage;
using DataCatalog.Territories;
using Microsoft.Extensions.DependencyInjection;

namespace DataCatalog.Tests.Http;

/// <summary>Changes what the database of a running service holds.</summary>
/// <param name="services">The service.</param>
/// <param name="target">Chooses which record.</param>
/// <param name="number">What is new in texts.</param>
internal sealed class InputWriter(IServiceProvider services, int target, int number)
{
    private static readonly DateOnly Day = new(2026, 11, 24);

    /// <summary>A change of an input, and the address of what it changes.</summary>
    public (string Address, Action Write) Of(Input input) => input switch
    {
        Input.Catalog => RenameCatalog(),
        Input.Dataset => Change(Datasets.Ids(), DatasetStore.Writer, dataset => dataset with { Title = More(dataset.Title) }, "datasets"),
        Input.NewDataset => Add(),
        Input.WithdrawnDataset => Withdraw(),
        Input.Agent => Change(Agents.Ids(), AgentStore.Writer, agent => agent with { Name = More(agent.Name) }, "agents"),
        Input.Concept => Change(Competences, ConceptStore.Writer, concept => concept with { Label = More(concept.Label) }, "vocabularies"),
        Input.Scheme => Change(
            Reader<ConceptScheme>().Ids(), SchemeStore.Writer, scheme => scheme with { Title = More(scheme.Title) }, "vocabularies"),
        Input.Territory => Change(
            Reader<Territory>().Ids(), TerritoryStore.Writer, place => place with { Name = $"{place.Name} {number}" }, "territories"),
        Input.Service => Change(Apis.Ids(), ServiceStore.Writer, service => service with { Title = More(service.Title) }, "services"),
        Input.Series => Change(
            Reader<DatasetSeries>().Ids(), SeriesStore.Writer, series => series with { Title = More(series.Title) }, "series"),
        Input.Model => Change(Reader<Model>().Ids(), ModelStore.Writer, model => model with { Title = More(model.Title) }, "models"),
        Input.Rule => Change(Reader<LegalRule>().Ids(), RuleStore.Writer, rule => rule with { Title = More(rule.Title) }, "rules"),
        Input.Synonyms => ReplaceSynonyms(),
        Input.Index => Reindex(),
        _ => throw new ArgumentOutOfRangeException(nameof(input), input, "It is not in the database."),
    };

    private RecordReader<Dataset> Datasets => Reader<Dataset>();

    private RecordReader<Agent> Agents => Reader<Agent>();

    private RecordReader<DataService> Apis => Reader<DataService>();

    private IReadOnlyList<string> Competences =>
        [.. services.GetRequiredService<ConceptStore>().OfScheme(Schemes.Competences).Select(concept => concept.Id)];

    private RecordReader<T> Reader<T>()
        where T : class, IRecord => services.GetRequiredService<RecordReader<T>>();

    private (string Address, Action Write) Change<T>(IReadOnlyList<string> ids, RecordWriter<T> writer, Func<T, T> change, string list)
        where T : class, IRecord
    {
        var id = ids[target % ids.Count];
        return ($"/{list}/{id}", () => Write(session => writer.Save(session, change(Reader<T>().Find(id)!.Record), Day)));
    }

    private (string Address, Action Write) Add()
    {
        var (known, agents) = (Datasets.Find(Datasets.Ids()[0])!.Record, Agents.Ids());
        var id = string.Create(CultureInfo.InvariantCulture, $"{(char)('a' + (target % 26))}-cantine-{number}");
        var added = known with
        {
            Id = id,
            Title = LanguageMap.Of($"Cantine {number}"),
            Publisher = agents[target % agents.Count],
            Distributions = [],
            OtherIdentifiers = [],
        };
        return ($"/datasets/{id}", () => Write(session => DatasetStore.Writer.Save(session, added, Day)));
    }

    /// <summary>Withdraws the first dataset from the target on that no service serves and that no rule names.</summary>
    private (string Address, Action Write) Withdraw()
    {
        var ids = Datasets.Ids();
        var needed = Apis.All().SelectMany(service => service.Record.Serves).ToHashSet(StringComparer.Ordinal);
        needed.UnionWith(Reader<LegalRule>().All().SelectMany(rule => rule.Record.ShownBy));
        var id = ids.Skip(target % ids.Count).Concat(ids).First(candidate => !needed.Contains(candidate));
        return ($"/datasets/{id}", () => Write(session => DatasetStore.Writer.Withdraw(session, id, "a test")));
    }

    private (string Address, Action Write) RenameCatalog()
    {
        var catalog = services.GetRequiredService<References>().Current.Catalog;
        return ("/catalog.ttl", () => Write(session => CatalogSetting.Save(session, catalog with { Title = More(catalog.Title) })));
    }

    private (string Address, Action Write) ReplaceSynonyms()
    {
        string[] others = ["eau potable", "arbres", "urbanisme", "transports", "budget"];
        var content = new SeedContent { Synonyms = [$"cantine|{others[number % others.Length]}", $"dechet|mot{number}"] };
        return ("/datasets?q=cantine", () => services.GetRequiredService<SeedLoader>().Load(content, withdrawMissing: false, "test"));
    }

    private (string Address, Action Write) Reindex() => ("/datasets?q=eau", () => Write(session => SearchRows.Rebuild(session)));

    private void Write<T>(Func<WriteSession, T> work) => services.GetRequiredService<Database>().Write("test", work);

    private LanguageMap More(LanguageMap text) => LanguageMap.Of($"{text["fr"]} {number}");
}
