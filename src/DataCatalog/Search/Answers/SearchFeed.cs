using DataCatalog.Dcat;
using DataCatalog.Http;
using DataCatalog.Storage;

namespace DataCatalog.Search.Answers;

/// <summary>Writes a search as an Atom feed. The update time of an entry is when this catalogue learned of its present version.</summary>
internal static class SearchFeed
{
    public static void Write(SearchPage page, CatalogIris iris, ReferenceSnapshot references, Stream output)
    {
        var title = page.Text is { } text ? $"{page.Title["fr"]} : {text}" : page.Title["fr"]!;
        var feed = FeedDocument.New(
            title, page.Collection.Value, page.Collection.Value, page.Links.This.Value, page.Links.Next?.Value, references);
        feed.Items = [.. page.Entries.Zip(page.Rows, (entry, row) =>
            FeedDocument.Entry(iris.Dataset(row.Id).Value, entry.Record.Title["fr"], entry.Record.Description["fr"], row.ChangedAt))];
        if (page.Rows.Count > 0)
        {
            feed.LastUpdatedTime = page.Rows.Max(row => row.ChangedAt);
        }

        FeedDocument.Write(feed, output);
    }
}
