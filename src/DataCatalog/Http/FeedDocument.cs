using System.ServiceModel.Syndication;
using System.Text;
using System.Xml;
using DataCatalog.Dcat.Records;
using DataCatalog.Storage;

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

    /// <summary>
    /// The day of an empty feed of a catalogue whose day is not known: without one, the framework would write the moment of the request.
    /// </summary>
    private static readonly DateOnly Unknown = new(1970, 1, 1);

    /// <summary>Builds an empty feed in French, by the publisher of the catalogue, with links to itself and to older entries.</summary>
    /// <param name="title">The title of the feed.</param>
    /// <param name="id">The IRI of the feed.</param>
    /// <param name="alternate">The address of the same content in other syntaxes.</param>
    /// <param name="page">The address of this document of the feed.</param>
    /// <param name="next">The address of the document with older entries; null for the last one.</param>
    /// <param name="references">The records that have the catalogue and its publisher.</param>
    public static SyndicationFeed New(string title, string id, string alternate, string page, string? next, ReferenceSnapshot references)
    {
        var catalog = references.Catalog;
        var feed = new SyndicationFeed(title, catalog.Description["fr"], new Uri(alternate))
        {
            Id = id,
            Language = "fr",
            LastUpdatedTime = new DateTimeOffset(catalog.Issued?.FirstDay ?? Unknown, TimeOnly.MinValue, TimeSpan.Zero),
        };
        feed.Authors.Add(new SyndicationPerson { Name = Author(catalog, references) });
        feed.Links.Add(SyndicationLink.CreateSelfLink(new Uri(page), Syntax.Atom.MediaType));
        if (next is not null)
        {
            feed.Links.Add(new SyndicationLink(new Uri(next), "next", title: null, Syntax.Atom.MediaType, length: 0));
        }

        return feed;
    }

    /// <summary>
    /// Returns the name of the publisher. Where none is known it is the title of the catalogue: a feed must have an author (RFC 4287,
    /// section 4.1.1).
    /// </summary>
    private static string? Author(Catalog catalog, ReferenceSnapshot references) => catalog.Publisher is { } publisher
        ? references.FindAgent(publisher)?.Name["fr"] ?? publisher
        : catalog.Title["fr"];

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
