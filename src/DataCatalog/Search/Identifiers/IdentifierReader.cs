using System.Globalization;
using Dapper;
using DataCatalog.Dcat;
using DataCatalog.Dcat.Records;
using DataCatalog.Index;
using DataCatalog.Index.Columns;
using DataCatalog.Search.Everything;

namespace DataCatalog.Search.Identifiers;

/// <summary>
/// The one place that understands a text as an identifier or an address of an entry: our own, that on another platform, a DOI, a landing
/// page, a download address.
/// </summary>
internal sealed class IdentifierReader(CatalogIris iris)
{
    /// <summary>The largest number of entries of one identifier or address: a page that many datasets share names none.</summary>
    private const int MaxNamed = 20;

    /// <summary>The platforms are few, so each is looked up in the index of platforms and identifiers.</summary>
    private const string OthersSql = """
        with recursive p (name) as (
          select min(platform) from dataset_identifier
          union all select (select min(platform) from dataset_identifier where platform > p.name) from p where p.name is not null)
        select r.id as Number, i.platform as Platform from dataset_identifier i join search_row r on r.dataset_id = i.dataset_id
        where i.platform in (select name from p) and i.identifier in (@text, @lower)
        """;

    private const string RowSql = """
        select id from search_row where dataset_id in (@text, @lower)
        union select r.id from search_row r join distribution d on d.dataset_id = r.dataset_id where d.id in (@text, @lower)
        """;

    /// <summary>
    /// Finds the datasets of an identifier or address, which is the whole text; none when it is words: <c>elections</c> may be an
    /// identifier, and whoever types it means the word.
    /// </summary>
    public IReadOnlyList<Row> DatasetsOf(SearchSession session, string? text)
    {
        var asked = text?.Trim() ?? "";
        if (!IsIdentifier(asked))
        {
            return [];
        }

        var found = PageKey.Of(asked) is { } key ? ByAddress(session, asked, key) : ByIdentifier(session, asked);
        Row[] rows = [.. found.DistinctBy(row => row.Number).OrderBy(row => row.Id, StringComparer.Ordinal)];
        return rows.Length <= MaxNamed ? rows : [];
    }

    /// <summary>Finds the other entries of an identifier or address, which is the whole text.</summary>
    public IReadOnlyList<KnownEntry> EntriesOf(EntryBook book, string? text)
    {
        var asked = text?.Trim() ?? "";
        if (!IsIdentifier(asked))
        {
            return [];
        }

        if (PageKey.Of(asked) is not { } key)
        {
            return [.. book.All.Where(entry => IdentifiersOf(entry).Contains(asked, StringComparer.OrdinalIgnoreCase))];
        }

        if (OwnPath(key) is { } own)
        {
            return book.All.Where(entry => string.Equals(PathOf(entry), own, StringComparison.Ordinal)).Take(1).ToList();
        }

        var record = Platforms.RecordAt(asked, isService: true);
        KnownEntry[] found =
        [
            .. book.All.Where(entry =>
                (entry.Record is DataService service && record is not null && service.OtherIdentifiers.Contains(record))
                || AddressesOf(entry, book).Any(address => string.Equals(PageKey.Of(address), key, StringComparison.Ordinal))),
        ];
        return found.Length <= MaxNamed ? found : [];
    }

    private static bool IsIdentifier(string text) =>
        text.Length > 1 && !text.Any(letter => char.IsWhiteSpace(letter) || char.IsControl(letter))
        && text.Any(letter => !char.IsLetter(letter)) && text.Any(char.IsLetterOrDigit);

    private IEnumerable<Row> ByAddress(SearchSession session, string text, string key)
    {
        if (OwnPath(key)?.Split('/') is ["datasets" or "distributions", var id])
        {
            return ByIdentifier(session, id);
        }

        var record = Platforms.RecordAt(text, isService: false);
        return WithAddress(session, PageKey.NumberOf(key)) is { Count: > 0 } exact ? exact
            : WithAddress(session, PageKey.NumberOf(PageKey.OtherForm(key))) is { Count: > 0 } similar ? similar
            : (record?.Identifier ?? PageKey.DatasetIn(key)) is { } identifier
                ? OnPlatforms(session, identifier, platform => IsOn(key, platform))
                : [];
    }

    private static IEnumerable<Row> ByIdentifier(SearchSession session, string text)
    {
        var numbers = session.Snapshot.Connection.Query<long>(RowSql, new { text, lower = Lower(text) });
        return numbers.Select(number => session.Row((int)number)).Concat(OnPlatforms(session, text, _ => true));
    }

    private static IEnumerable<Row> OnPlatforms(SearchSession session, string text, Predicate<string> isAsked) =>
        session.Snapshot.Connection.Query<(long Number, string Platform)>(OthersSql, new { text, lower = Lower(text) })
            .Where(found => isAsked(found.Platform))
            .Select(found => session.Row((int)found.Number));

    private static string Lower(string text) => CultureInfo.InvariantCulture.TextInfo.ToLower(text);

    /// <summary>Whether an address is on a platform, or on a part of it such as transport.data.gouv.fr.</summary>
    private static bool IsOn(string key, string platform) =>
        key.Split('/')[0] is var host
        && (string.Equals(host, platform, StringComparison.Ordinal) || host.EndsWith($".{platform}", StringComparison.Ordinal));

    private static List<Row> WithAddress(SearchSession session, long number)
    {
        var found = new List<Row>();
        foreach (var row in session.Columns.In(RowOrder.Identifier).Rows)
        {
            if (row.Addresses.Span.Contains(number))
            {
                found.Add(row);
            }
        }

        return found;
    }

    /// <summary>Returns the path of an address of this catalogue, without the extension of a syntax; null for any other address.</summary>
    private string? OwnPath(string key)
    {
        var own = $"{PageKey.Of(iris.BaseUrl)}/";
        return key.StartsWith(own, StringComparison.Ordinal) ? PageKey.WithoutQuery(key)[own.Length..].Split('.')[0] : null;
    }

    private static string PathOf(KnownEntry entry) => entry.Kind switch
    {
        EntryKind.Service => $"services/{entry.Identifier}",
        EntryKind.Rule => $"rules/{entry.Identifier}",
        EntryKind.Model => $"models/{entry.Identifier}",
        EntryKind.Publisher => $"agents/{entry.Identifier}",
        _ => $"vocabularies/{entry.Record.Id}",
    };

    private static IEnumerable<string> IdentifiersOf(KnownEntry entry) => entry.Record switch
    {
        DataService service => service.OtherIdentifiers.Select(other => other.Identifier).Prepend(service.Id),
        Agent { Siren: { } siren } agent => [agent.Id, siren],
        LegalRule rule => [rule.Id, rule.Article],
        Model { Schema: { } schema } model => [model.Id, schema],
        _ => [entry.Identifier],
    };

    private static IEnumerable<string?> AddressesOf(KnownEntry entry, EntryBook book) => entry.Record switch
    {
        DataService service => [service.EndpointUrl, service.EndpointDescription, service.LandingPage, service.Documentation],
        Agent agent => [agent.Homepage],
        Model { Schema: { } schema } when book.References.FindConcept(Schemes.Standards, schema) is { } standard =>
            [standard.Iri, standard.Page],
        Concept concept => [concept.Iri, concept.Page, .. concept.ExactMatches],
        _ => [],
    };
}
