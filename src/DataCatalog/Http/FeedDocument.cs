using System.ServiceModel.Syndication;
using System.Text;
using System.Xml;
using DataCatalog.Configuration;
using DataCatalog.Dcat;

namespace DataCatalog.Http;

/// <summary>Builds what the Atom feeds of this catalogue share (RFC 4287).</summary>
internal static class FeedDocument
{
    private static readonly XmlWriterSettings Settings = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        Indent = true,
        NewLineChars = "\n",
    };

    /// <summary>Builds an empty feed in French, by the publisher of the catalogue, with links to itself and to older entries.</summary>
    /// <param name="title">The title of the feed.</param>
    /// <param name="id">The IRI of the feed.</param>
    /// <param name="alternate">The address of the same content in other syntaxes.</param>
    /// <param name="page">The address of this document of the feed.</param>
    /// <param name="next">The address of the document with older entries; null for the last one.</param>
    /// <param name="references">The records in which the publisher is found.</param>
    public static SyndicationFeed New(string title, string id, string alternate, string page, string? next, IReferences references)
    {
        var about = AboutCatalog.Catalog;
        var feed = new SyndicationFeed(title, about.Description["fr"], new Uri(alternate))
        {
            Id = id,
            Language = "fr",
            LastUpdatedTime = new DateTimeOffset(about.Issued, TimeOnly.MinValue, TimeSpan.Zero),
        };
        feed.Authors.Add(new SyndicationPerson { Name = references.FindAgent(about.Publisher)?.Name["fr"] ?? about.Publisher });
        feed.Links.Add(SyndicationLink.CreateSelfLink(new Uri(page), Syntax.Atom.MediaType));
        if (next is not null)
        {
            feed.Links.Add(new SyndicationLink(new Uri(next), "next", title: null, Syntax.Atom.MediaType, length: 0));
        }

        return feed;
    }

    /// <summary>Builds an entry about a thing of the catalogue, whose IRI is also its address.</summary>
    public static SyndicationItem Entry(string iri, string? title, string? description, DateTimeOffset updated) =>
        new(title, (SyndicationContent?)null, new Uri(iri), iri, updated)
        {
            Summary = new TextSyndicationContent(description),
        };

    public static void Write(SyndicationFeed feed, Stream output)
    {
        using var xml = XmlWriter.Create(output, Settings);
        feed.SaveAsAtom10(xml);
    }
}
