using System.Globalization;
using System.Security;
using System.Text;
using System.Xml;
using DataCatalog.Dcat;
using DataCatalog.Dcat.Records;
using DataCatalog.Harvesting.Changes;
using DataCatalog.Http;
using DataCatalog.Storage;
using DataCatalog.Territories;

namespace DataCatalog.Pages;

/// <summary>
/// Tells search engines which pages there are (https://www.sitemaps.org/protocol.html), and which addresses are not for them.
/// </summary>
internal sealed class SiteMap(
    CatalogIris iris, RecordReader<Dataset> datasets, RecordReader<DataService> services,
    RecordReader<DatasetSeries> series, RecordReader<Model> models, RecordReader<LegalRule> rules, RecordReader<Agent> agents,
    RecordReader<Concept> concepts, TerritoryIndexes territories, ChangeStore changes)
{
    private const string Namespace = "http://www.sitemaps.org/schemas/sitemap/0.9";

    public static readonly Syntax Text = new("text", "text/plain", "text/plain; charset=utf-8", ".txt");

    public static readonly Syntax Xml = new("XML", "application/xml", "application/xml", ".xml");

    private static readonly string[] Parts = ["entries", "territories"];

    private static readonly string[] Lists =
        ["", "datasets", "rules", "models", "services", "series", "agents", "vocabularies/competences"];

    /// <summary>Pages of texts, which change with the program: nobody here knows the day.</summary>
    private static readonly string[] TextPages = ["about", "developers"];

    public void WriteRobots(Stream output)
    {
        using var writer = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        writer.Write("User-agent: *\nDisallow: /suggest\nDisallow: /changes\nDisallow: /dumps/\nDisallow: /*cursor=\n");
        writer.Write($"Sitemap: {At("sitemap.xml")}\n");
    }

    public void WriteIndex(Stream output)
    {
        var last = LastDay();
        Write(output, "sitemapindex", "sitemap", Parts.Select(name => (At($"sitemaps/{name}.xml"), last)));
    }

    /// <summary>Writes the entries, each with the day on which it was last changed here.</summary>
    public void WriteEntries(Stream output)
    {
        var last = LastDay();
        Write(output, "urlset", "url", Lists.Select(list => (At(list), last)).Concat(Entries()));
    }

    /// <summary>
    /// Writes the pages of the duties and data of territories. There are some 40,000: their addresses are written as they are, without an
    /// IRI made of each; an id has only letters, digits and signs that need no escape.
    /// </summary>
    public void WriteTerritories(Stream output)
    {
        var places = territories.Current;
        var before = $"<url><loc>{SecurityElement.Escape(At("territories"))}/";
        var after = LastDay() is { } day
            ? string.Create(CultureInfo.InvariantCulture, $"<lastmod>{day:yyyy-MM-dd}</lastmod></url>")
            : "</url>";
        using var writer = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        writer.Write($"<?xml version=\"1.0\" encoding=\"utf-8\"?><urlset xmlns=\"{Namespace}\">");
        for (var number = 0; number < places.Count; number++)
        {
            if (places.KindOf(number) is not "former-commune")
            {
                writer.Write(before);
                writer.Write(places.IdOf(number));
                writer.Write("/mapping</loc>");
                writer.Write(after);
            }
        }

        writer.Write("</urlset>");
    }

    /// <summary>Returns the day of the last change of the catalogue: that of pages made of many entries. Null in an empty one.</summary>
    private DateOnly? LastDay() => changes.LastAt() is { } last ? DateOnly.FromDateTime(last.UtcDateTime) : null;

    private IEnumerable<(string Address, DateOnly? Changed)> Entries() => TextPages.Select(page => (At(page), (DateOnly?)null))
        .Concat(Dated(datasets, dataset => iris.Dataset(dataset.Id).Value))
        .Concat(Dated(services, service => iris.Service(service.Id).Value))
        .Concat(Dated(series, edition => iris.Series(edition.Id).Value))
        .Concat(Dated(models, model => iris.Model(model.Id).Value))
        .Concat(Dated(rules, rule => iris.Rule(rule.Id).Value))
        .Concat(Dated(agents, agent => iris.Agent(agent.Id).Value))
        .Concat(Dated(concepts, concept => iris.Concept(concept).Value, concept => concept.Scheme is Schemes.Competences));

    private static IEnumerable<(string Address, DateOnly? Changed)> Dated<T>(
        RecordReader<T> reader, Func<T, string> addressOf, Func<T, bool>? isListed = null)
        where T : class, IRecord =>
        reader.List(0, limit: int.MaxValue)
            .Where(entry => isListed?.Invoke(entry.Record) ?? true)
            .Select(entry => (addressOf(entry.Record), (DateOnly?)entry.Changed));

    private string At(string path) => path.Length == 0 ? iris.Home.Value : iris.At(path).Value;

    private static void Write(Stream output, string root, string item, IEnumerable<(string Address, DateOnly? Changed)> pages)
    {
        using var xml = XmlWriter.Create(output, new XmlWriterSettings { Encoding = new UTF8Encoding(false), CloseOutput = false });
        xml.WriteStartElement(root, Namespace);
        foreach (var (address, changed) in pages)
        {
            xml.WriteStartElement(item, Namespace);
            xml.WriteElementString("loc", Namespace, address);
            if (changed is { } day)
            {
                xml.WriteElementString("lastmod", Namespace, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            }

            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }
}
