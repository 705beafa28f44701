using DataCatalog.Dcat.Records;
using DataCatalog.Index.Columns;

namespace DataCatalog.Index;

/// <summary>What the index has of a dataset itself, as opposed to the names of the records that it links to.</summary>
internal sealed class SearchRow(Dataset dataset)
{
    public string Id => dataset.Id;

    /// <summary>The facts that searches use beside words, as JSON.</summary>
    public string Facts { get; } = DatasetFacts.Of(dataset).ToJson();

    public string Title { get; } = Normal(dataset.Title["fr"]);

    public string Keywords { get; } = Normal(string.Join(" . ", dataset.Keywords));

    public string Description { get; } = Normal(dataset.Description["fr"]);

    private static string Normal(string? text) => text is null ? "" : IndexedText.Join(FrenchText.Indexed(text));
}
