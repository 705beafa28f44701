using System.Globalization;
using System.Security.Cryptography;
using System.ServiceModel.Syndication;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using DataCatalog.Dcat;
using DataCatalog.Home;
using DataCatalog.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace DataCatalog.Harvesting.Changes;

/// <summary>The newest changes as an Atom feed: RFC 4287, with RFC 6721 for what was withdrawn and RFC 5005 for older pages.</summary>
internal sealed class AtomFeed(CatalogIris iris, ChangeIris names, ChangeStore changes, References references)
{
    private const int EntriesInFeed = 100;

    private static readonly XNamespace Tombstones = "http://purl.org/atompub/tombstones/1.0";

    private static readonly XmlWriterSettings Settings = new() { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), Indent = true, NewLineChars = "\n" };

    /// <summary>Writes the feed, or the page of it before a sequence number.</summary>
    public FileContentHttpResult Write(long? before)
    {
        var found = changes.Latest(before ?? long.MaxValue, EntriesInFeed + 1);
        var shown = found.Take(EntriesInFeed).ToList();
        var feed = Describe(before, shown, found.Count > EntriesInFeed ? shown[^1].Sequence : null);
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, Settings))
        {
            feed.SaveAsAtom10(xml);
        }

        var content = bytes.ToArray();
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, 16))}\"");
        return TypedResults.Bytes(content, "application/atom+xml; charset=utf-8", entityTag: tag);
    }

    private SyndicationFeed Describe(long? before, List<LatestChange> shown, long? next)
    {
        var about = AboutCatalog.Catalog;
        var feed = new SyndicationFeed(about.Title["fr"], about.Description["fr"], new Uri(iris.Home.Value))
        {
            Id = iris.At("feed.atom").Value,
            Language = "fr",
            LastUpdatedTime = shown.Select(change => change.At).DefaultIfEmpty(new DateTimeOffset(about.Issued, TimeOnly.MinValue, TimeSpan.Zero)).Max(),
            Items = [.. shown.Where(change => change.Reason is null).Select(Entry)],
        };
        feed.Authors.Add(new SyndicationPerson { Name = references.Current.FindAgent(about.Publisher)?.Name["fr"] ?? about.Publisher });
        feed.Links.Add(SyndicationLink.CreateSelfLink(Page(before), "application/atom+xml"));
        if (next is not null)
        {
            feed.Links.Add(new SyndicationLink(Page(next), "next", title: null, "application/atom+xml", length: 0));
        }

        foreach (var change in shown.Where(change => change.Reason is not null))
        {
            feed.ElementExtensions.Add(Tombstone(change).CreateReader());
        }

        return feed;
    }

    private SyndicationItem Entry(LatestChange change)
    {
        var iri = names.Of(change.Kind, change.Id).Value;
        var item = new SyndicationItem(change.Title, change.Description, new Uri(iri), iri, change.At)
        {
            Content = null,
            Summary = new TextSyndicationContent(change.Description),
        };
        item.Categories.Add(new SyndicationCategory(change.Kind));
        item.Categories.Add(new SyndicationCategory(change.Operation));
        return item;
    }

    private XElement Tombstone(LatestChange change) => new(
        Tombstones + "deleted-entry",
        new XAttribute("ref", names.Of(change.Kind, change.Id).Value),
        new XAttribute("when", change.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)),
        new XElement(Tombstones + "comment", change.Reason));

    private Uri Page(long? before) => new(iris.At(before is null ? "feed.atom" : string.Create(CultureInfo.InvariantCulture, $"feed.atom?before={before}")).Value);
}
