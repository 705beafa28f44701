using System.Text.Json;
using DataCatalog.Dcat;
using DataCatalog.Dcat.Mapping;
using DataCatalog.Dcat.Records;
using DataCatalog.Rdf;
using DataCatalog.Seeding.Reading;
using DataCatalog.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace DataCatalog.Tests.Content;

/// <summary>
/// No field is forgotten on its way from a file to an answer: whoever adds one is told here what is missing. What the published
/// schemas lack is told by <see cref="OpenApi.AnswerSchemaTests"/>.
/// </summary>
public sealed class FieldTests(CatalogApp app)
{
    /// <summary>
    /// Columns that are no facts of the record: they say whose a distribution is, and where a reader of the file finds its proof.
    /// </summary>
    private static readonly string[] NotOfDistribution = ["dataset", "sources"];

    /// <summary>Properties that hold no fact of their own: the old form of the template is read into the new one.</summary>
    private static readonly string[] NotInGraph = ["SchemaVersion", "Url", "UrlTemplate"];

    /// <summary>What cells say that no row of the seed has yet.</summary>
    private static readonly Dictionary<string, string> Cells = new(StringComparer.Ordinal)
    {
        ["issued"] = "2024-01-02",
        ["modified"] = "2024-01-03",
        ["byte_size"] = "12",
        ["template_limit"] = "20",
    };

    public static TheoryData<string, string> Columns =>
    [
        .. ColumnsOf("datasets").Select(column => ("datasets", column)),
        .. ColumnsOf("distributions").Except(NotOfDistribution).Select(column => ("distributions", column)),
    ];

    public static TheoryData<string> DatasetProperties => [.. PropertiesOf<Dataset>()];

    public static TheoryData<string> DistributionProperties => [.. PropertiesOf<Distribution>()];

    [Theory]
    [MemberData(nameof(Columns))]
    public void Each_column_of_a_file_is_read(string file, string column)
    {
        var table = CsvFile.Read(
            file, File.ReadAllBytes(Repository.PathOf("seed-data", $"{file}.csv")), TableSchema.Load(file), new SeedErrors(), []);
        var row = table.Rows.FirstOrDefault(row => row[column].Length > 0) ?? table.Rows[0];
        var cell = row[column].Length > 0 ? row[column] : Cells[column];

        Assert.NotEqual(RecordOf(file, With(row, column, "")), RecordOf(file, With(row, column, cell)));
    }

    [Theory]
    [MemberData(nameof(DatasetProperties))]
    public void Each_property_of_a_dataset_is_in_its_graph(string property)
    {
        var dataset = Datasets().FirstOrDefault(dataset => IsSet(dataset, property)) ?? WithSample(Datasets().First(), property);

        Assert.NotEqual(GraphOf(dataset), GraphOf(Without(dataset, property)));
    }

    [Theory]
    [MemberData(nameof(DistributionProperties))]
    public void Each_property_of_a_distribution_is_in_the_graph_of_its_dataset(string property)
    {
        var pairs = Datasets().SelectMany(dataset => dataset.Distributions, (dataset, distribution) => (dataset, distribution)).ToList();
        var (dataset, known) = pairs.Find(pair => IsSet(pair.distribution, property)) is { dataset: not null } found ? found
            : (pairs[0].dataset, WithSample(pairs[0].distribution, property));

        Assert.NotEqual(
            GraphOf(dataset with { Distributions = [known] }), GraphOf(dataset with { Distributions = [Without(known, property)] }));
    }

    private static IEnumerable<string> ColumnsOf(string file) => TableSchema.Load(file).Fields.Select(field => field.Name);

    private static IEnumerable<string> PropertiesOf<T>() => typeof(T).GetProperties().Select(property => property.Name).Except(NotInGraph)
        .Where(property => !typeof(T).GetProperty(property)!
            .IsDefined(typeof(System.Runtime.CompilerServices.RequiredMemberAttribute), inherit: false));

    /// <summary>A row with the cells of another, but for one.</summary>
    private static CsvRow With(CsvRow row, string column, string cell)
    {
        var columns = row.Table.Schema.Fields.Select(field => field.Name).Where(name => row.Table.IndexOf(name) >= 0).ToList();
        var cells = new string[columns.Count];
        foreach (var name in columns)
        {
            cells[row.Table.IndexOf(name)] = string.Equals(name, column, StringComparison.Ordinal) ? cell : row[name];
        }

        return new CsvRow(row.Table, row.Line, cells);
    }

    private static string RecordOf(string file, CsvRow row) => file is "datasets"
        ? JsonSerializer.Serialize(DatasetRows.Read(row, []).Record)
        : JsonSerializer.Serialize(DistributionRows.Read(row).Record);

    private static bool IsSet<T>(T record, string property) => typeof(T).GetProperty(property)!.GetValue(record) switch
    {
        null => false,
        System.Collections.ICollection list => list.Count > 0,
        _ => true,
    };

    /// <summary>The same record, as it would be if a fact of it were not known.</summary>
    private static T Without<T>(T record, string property)
    {
        var type = typeof(T).GetProperty(property)!.PropertyType;
        var isList = type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>);
        return Set(record, property, isList ? Array.CreateInstance(type.GenericTypeArguments[0], 0) : null);
    }

    private static T WithSample<T>(T record, string property) => Set(
        record, property, property is "ByteSize" ? 12L : PartialDate.TryParse("2024-01-02", out var date) ? date : null);

    /// <summary>A copy with another value of a property, which may be for initialisers only.</summary>
    private static T Set<T>(T record, string property, object? value)
    {
        var copy = (T)typeof(T).GetMethod("<Clone>$")!.Invoke(record, [])!;
        typeof(T).GetProperty(property)!.SetValue(copy, value);
        return copy;
    }

    private IEnumerable<Dataset> Datasets() => app.Services.GetRequiredService<RecordReader<Dataset>>().All().Select(entry => entry.Record);

    private string GraphOf(Dataset dataset)
    {
        var graph = new Graph();
        var iris = app.Services.GetRequiredService<CatalogIris>();
        var references = app.Services.GetRequiredService<References>().Current;
        new DcatMapping(iris, references).Describe(graph, dataset);
        using var output = new MemoryStream();
        using (var writer = new NTriplesWriter(output))
        {
            writer.Write(graph);
        }

        return System.Text.Encoding.UTF8.GetString(output.ToArray());
    }
}
