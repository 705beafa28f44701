using System.Globalization;
using System.ServiceModel.Syndication;
using System.Xml.Linq;
using DataCatalog.Dcat;
using DataCatalog.Http;
using DataCatalog.Storage;

namespace DataCatalog.Harvesting.Changes;

/// <summary>The newest changes as an Atom feed: RFC 4287, with RFC 6721 for what was withdrawn and RFC 5005 for older pages.</summary>
internal sealed class AtomFeed(CatalogIris iris, ChangeIris names, ChangeStore changes, References references)
{
    private const int EntriesInFeed = 100;

    private static readonly XNamespace Tombstones = "http://purl.org/atompub/tombstones/1.0";

    /// <summary>Writes the feed, or the page of it before a sequence number.</summary>
    public void Write(long? before, Stream output)
    {
        var found = changes.Latest(before ?? long.MaxValue, EntriesInFeed + 1);
        var shown = found.Take(EntriesInFeed).ToList();
        FeedDocument.Write(Describe(before, shown, found.Count > EntriesInFeed ? shown[^1].Sequence : null), output);
    }

    private SyndicationFeed Describe(long? before, List<LatestChange> shown, long? next)
    {
        var known = references.Current;
        var older = next is null ? null : Page(next);
        var feed = FeedDocument.New(known.Catalog.Title["fr"]!, iris.At("feed.atom").Value, iris.Home.Value, Page(before), older, known);
        feed.Items = [.. shown.Where(change => change.Reason is null).Select(Entry)];
        if (shown.Count > 0)
        {
            feed.LastUpdatedTime = shown.Max(change => change.At);
        }

        foreach (var change in shown.Where(change => change.Reason is not null))
        {
            feed.ElementExtensions.Add(Tombstone(change).CreateReader());
        }

        return feed;
    }

    private SyndicationItem Entry(LatestChange change)
    {
        var item = FeedDocument.Entry(names.Of(change.Kind, change.Id).Value, change.Title, change.Description, change.At);
        item.Categories.Add(new SyndicationCategory(change.Kind));
        item.Categories.Add(new SyndicationCategory(change.Operation));
        return item;
    }

    private XElement Tombstone(LatestChange change) => new(
        Tombstones + "deleted-entry",
        new XAttribute("ref", names.Of(change.Kind, change.Id).Value),
        new XAttribute("when", change.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)),
        new XElement(Tombstones + "comment", change.Reason));

    private string Page(long? before) => iris.At(
        before is null ? "feed.atom" : string.Create(CultureInfo.InvariantCulture, $"feed.atom?before={before}")).Value;
}
