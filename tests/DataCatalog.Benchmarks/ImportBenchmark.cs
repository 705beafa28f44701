using System.Globalization;
using DataCatalog.Dcat.Records;
using DataCatalog.Dcat.Rules;
using DataCatalog.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace DataCatalog.Benchmarks;

/// <summary>
/// Imports datasets into a copy of a database: rules, documents, links, change log, index. Then it inserts the rows that this made into
/// another copy by prepared statements, transaction by transaction in turns, so that both meet the same machine.
/// </summary>
internal sealed class ImportBenchmark : IDisposable
{
    private readonly TemporaryCopy _imported;
    private readonly TemporaryCopy _plain;
    private readonly Database _database;
    private readonly DatasetValidator _rules;
    private readonly PlainInserts _inserts;
    private readonly Cost _checking = new();
    private readonly Cost _saving = new();
    private readonly Cost _inserting = new();
    private readonly Cost _insertingWords = new();

    private ImportBenchmark(string path)
    {
        _imported = new TemporaryCopy(path);
        _plain = new TemporaryCopy(path);
        var services = Composition.Build([$"--Catalog:Database={_imported.Path}"]).Services;
        _database = services.GetRequiredService<Database>();
        _database.Migrate();
        _rules = new DatasetValidator(services.GetRequiredService<References>().Current, TimeProvider.System);
        _inserts = new PlainInserts(_imported.Path, _plain.Path);
    }

    public static void Run(string path, int count)
    {
        using var benchmark = new ImportBenchmark(path);
        foreach (var datasets in SyntheticCatalog.Of(benchmark._database, count).Chunk(SyntheticCatalog.InTransaction))
        {
            benchmark.Import(datasets);
        }
    }

    public void Dispose()
    {
        _inserts.Dispose();
        _database.Dispose();
        _imported.Dispose();
        _plain.Dispose();
    }

    private void Import(Dataset[] datasets)
    {
        _checking.Add(() => Check(datasets));
        _saving.Add(() => SyntheticCatalog.Save(_database, datasets));
        var (rows, words) = _inserts.Read(datasets[0].Id, datasets[^1].Id);
        _inserting.Add(() => _inserts.Insert(rows));
        _insertingWords.Add(() => _inserts.Insert(words));
        Console.WriteLine($"after {datasets[^1].Id}:");
        Console.WriteLine($"  rules {_checking}");
        Console.WriteLine($"  saving {_saving}");
        Console.WriteLine($"  plain inserts {_inserting}");
        Console.WriteLine($"  plain inserts into the index of words {_insertingWords}");
        Print("import with rules", _checking, _saving);
        Print("import without rules", _saving);
    }

    private void Check(Dataset[] datasets)
    {
        var errors = datasets.SelectMany(dataset => _rules.Validate(dataset).Errors).Select(error => error.ToString()).ToList();
        if (errors.Count > 0)
        {
            throw new InvalidOperationException(string.Join(Environment.NewLine, errors.Take(5)));
        }
    }

    /// <summary>Prints what share of the cost of an import plain inserts have.</summary>
    private void Print(string what, params IReadOnlyList<Cost> costs)
    {
        var (processor, time) = (costs.Sum(cost => cost.Processor.TotalSeconds), costs.Sum(cost => cost.Time.TotalSeconds));
        var all = (_inserting.Processor + _insertingWords.Processor).TotalSeconds / processor;
        var allByClock = (_inserting.Time + _insertingWords.Time).TotalSeconds / time;
        var others = _inserting.Processor.TotalSeconds / processor;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"  {what}: plain inserts take {all:0.000} of its processor time, {allByClock:0.000} of its time; ")
            + string.Create(CultureInfo.InvariantCulture, $"without the index of words {others:0.000} of its processor time"));
    }
}
