using System.ServiceModel.Syndication;
using System.Text;
using System.Xml;
using DataCatalog.Configuration;
using DataCatalog.Dcat;

namespace DataCatalog.Http;

/// <summary>What the feeds of this catalogue share (RFC 4287).</summary>
internal static class FeedDocument
{
    private static readonly XmlWriterSettings Settings = new() { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), Indent = true, NewLineChars = "\n" };

    /// <summary>Begins a feed: French, written by the catalogue's publisher, with a link to itself and one to older entries.</summary>
    /// <param name="title">Its title.</param>
    /// <param name="id">Its IRI.</param>
    /// <param name="alternate">The address of the same in other forms.</param>
    /// <param name="page">This document of it.</param>
    /// <param name="next">The document of older entries; null for the last one.</param>
    /// <param name="references">Where the publisher is found.</param>
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

    /// <summary>An entry about a thing of the catalogue, whose IRI is its address.</summary>
    public static SyndicationItem Entry(string iri, string? title, string? description, DateTimeOffset updated) => new(title, (SyndicationContent?)null, new Uri(iri), iri, updated)
    {
        Summary = new TextSyndicationContent(description),
    };

    public static void Write(SyndicationFeed feed, Stream output)
    {
        using var xml = XmlWriter.Create(output, Settings);
        feed.SaveAsAtom10(xml);
    }
}
