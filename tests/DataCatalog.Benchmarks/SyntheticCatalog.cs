using System.Diagnostics;
using System.Globalization;
using DataCatalog.Datasets;
using DataCatalog.Dcat.Records;
using DataCatalog.Storage;

namespace DataCatalog.Benchmarks;

/// <summary>
/// Datasets that look like real ones: a description, three distributions, a commune or a larger territory, Zipf's word frequencies.
/// </summary>
internal sealed class SyntheticCatalog
{
    private const int Seed = 20261124;
    private const string Prefix = "synthetique-";

    /// <summary>How many datasets one transaction adds.</summary>
    public const int InTransaction = 5_000;

    /// <summary>
    /// The most frequent word of the real texts that is no stop word. Half of the descriptions have it once more: then three datasets of
    /// four have it, as a catalogue of one subject has its own word.
    /// </summary>
    private const string Frequent = "commune";

    private static readonly DateOnly FirstDay = new(2024, 1, 1);
    private static readonly string?[] Licences = ["lov2", "lov2", "lov2", "odbl", "lov1", null];
    private static readonly string?[] Frequencies = ["ANNUAL", "ANNUAL", "MONTHLY", "DAILY", "IRREG", null];
    private static readonly string[] Formats = ["CSV", "JSON", "GEOJSON", "GPKG", "XLSX"];

    private readonly Random _random = new(Seed);
    private readonly Lexicon _lexicon;
    private readonly IReadOnlyList<string> _agents;
    private readonly IReadOnlyList<string> _competences;
    private readonly IReadOnlyList<string> _themes;
    private readonly IReadOnlyList<string> _territories;

    private SyntheticCatalog(Database database, RecordReader<Dataset> datasets)
    {
        var concepts = new RecordReader<Concept>(database).All().Select(entry => entry.Record).ToList();
        _agents = new RecordReader<Agent>(database).Ids();
        _competences = [.. concepts
            .Where(concept => concept is { Scheme: Schemes.Competences, Broader: not null })
            .Select(concept => concept.Code)];
        _themes = [.. concepts.Where(concept => concept.Scheme == Schemes.Themes).Select(concept => concept.Code)];
        _territories = new RecordReader<Territory>(database).Ids();
        _lexicon = new Lexicon(datasets.All().SelectMany(entry => new[] { entry.Record.Title["fr"]!, entry.Record.Description["fr"]! }));
    }

    /// <summary>Adds datasets to a seeded database.</summary>
    public static void AddTo(string path, int count)
    {
        var clock = Stopwatch.StartNew();
        using var held = DatabaseLock.Take(path);
        using var database = new Database(path, TimeProvider.System);
        database.Migrate();
        foreach (var datasets in Of(database, count).Chunk(InTransaction))
        {
            Save(database, datasets);
        }

        var megabytes = new FileInfo(path).Length / 1_000_000;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{count} datasets added in {clock.Elapsed.TotalSeconds:0.0} s; the file has {megabytes} MB."));
    }

    /// <summary>Makes datasets that refer to what a seeded database has, one after the other.</summary>
    public static IEnumerable<Dataset> Of(Database database, int count)
    {
        var datasets = new RecordReader<Dataset>(database);
        if (datasets.Find($"{Prefix}000000") is not null)
        {
            throw new InvalidOperationException($"{database.File} has synthetic datasets already; begin with a seeded database.");
        }

        return Enumerable.Range(0, count).Select(new SyntheticCatalog(database, datasets).Next);
    }

    /// <summary>Saves datasets in one transaction.</summary>
    public static void Save(Database database, IReadOnlyList<Dataset> datasets) => database.Write(
        "synthetic", session => DatasetStore.Writer.SaveAll(session, datasets, dataset => dataset.Provenance.CheckedAt).Count());

    private Dataset Next(int number)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"{Prefix}{number:x6}");
        var licence = Pick(Licences);
        return new Dataset
        {
            Id = id,
            Title = LanguageMap.Of(Sentence(5 + _random.Next(6))),
            Description = LanguageMap.Of($"{Sentence(25 + _random.Next(40))}{(_random.Next(2) == 0 ? " " + Frequent : "")}."),
            Keywords = [.. Enumerable.Range(0, 3 + _random.Next(3))
                .Select(_ => _lexicon.Next(_random).Replace('\u2019', '-').Replace('\'', '-'))
                .Distinct(StringComparer.OrdinalIgnoreCase)],
            Publisher = Skewed(_agents),
            Themes = [Skewed(_themes)],
            Competences = [.. new[] { Skewed(_competences), Pick(_competences) }.Distinct(StringComparer.Ordinal)],
            Access = new AccessConditions(_random.Next(20) == 0 ? "open-with-account" : "open"),
            Licence = licence,
            PersonalData = "none",
            Granularity = Pick(["commune", "point", "adresse", "departement"]),
            Relation = Pick(["useful-to", "produced-by-local-authorities", "both"]),
            Frequency = Pick(Frequencies),
            Territories = [_random.Next(4) == 0 ? "country:FRA" : Pick(_territories)],
            Temporal = _random.Next(3) == 0
                && PartialDate.TryParse((2000 + _random.Next(26)).ToString(CultureInfo.InvariantCulture), out var year)
                ? new Period(year, End: null)
                : null,
            LandingPage = $"https://data.example.org/datasets/{id}",
            HvdCategories = _random.Next(10) == 0 ? ["geospatial"] : [],
            Languages = ["FRA"],
            OtherIdentifiers = _random.Next(2) == 0 ? [new OtherIdentifier("data.gouv.fr", id)] : [],
            Provenance = new Provenance(
                FirstDay.AddDays(_random.Next(1000)), "medium", [new Evidence(Fact: null, $"https://data.example.org/datasets/{id}")]),
            Distributions = [.. Enumerable.Range(1, 3).Select(part => Distribution(id, part))],
        };
    }

    private Distribution Distribution(string id, int part)
    {
        var format = Pick(Formats);
        var url = $"https://data.example.org/files/{id}-{part}";
        return new Distribution
        {
            Id = $"{id}-{part}",
            Title = LanguageMap.Of($"{Sentence(3)} ({format})"),
            AccessUrl = url,
            DownloadUrl = url,
            Format = format,
            ByteSize = _random.Next(1_000, 100_000_000),
        };
    }

    private string Sentence(int words)
    {
        var text = _lexicon.Text(_random, words);
        return char.ToUpper(text[0], CultureInfo.InvariantCulture) + text[1..];
    }

    private T Pick<T>(IReadOnlyList<T> from) => from[_random.Next(from.Count)];

    /// <summary>The first ones far more often than the last ones, as publishers and themes are.</summary>
    private T Skewed<T>(IReadOnlyList<T> from) => from[(int)(Math.Pow(_random.NextDouble(), 3) * from.Count)];
}
