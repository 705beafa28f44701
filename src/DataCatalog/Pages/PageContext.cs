using DataCatalog.Dcat;
using DataCatalog.Http;
using DataCatalog.Territories;
using Microsoft.AspNetCore.WebUtilities;

namespace DataCatalog.Pages;

/// <summary>What every part of a page needs: the address, the language, and how addresses are written.</summary>
public sealed class PageContext
{
    private readonly CatalogIris _iris;
    private readonly string _base;
    private readonly string? _asked;
    private readonly string _address;
    private readonly string? _territory;

    /// <summary>The parameter that names the territory of the ready links of a dataset.</summary>
    private const string TerritoryName = "territory";

    internal PageContext(HttpContext context, CatalogIris iris, string site)
    {
        var request = context.Request;
        (_iris, Site) = (iris, site);
        _base = request.PathBase.ToUriComponent();
        _asked = PageLanguage.Asked(request);
        Language = PageLanguage.Of(request);
        Path = request.Path.Value ?? "/";
        _address = OfThisHost(context.Features.Get<AddressExtension>() is { } extension
            ? AddressExtensionMiddleware.Of(request.Path.ToUriComponent(), extension.Text)
            : request.Path.ToUriComponent());
        Query =
        [
            .. request.Query
                .Where(parameter => parameter.Key is not PageLanguage.Parameter)
                .SelectMany(parameter => parameter.Value, (parameter, value) => KeyValuePair.Create(parameter.Key, value ?? "")),
        ];
        Alternates = context.Features.Get<IReadOnlyList<Alternate>>() ?? [];
        Canonical = iris.BaseUrl + request.Path.ToUriComponent() + (IsDataset(Path) ? "" : AnswerHeaders.CommonQueryOf(request));
        _territory = Path.Split('/') is ["", "territories", var id, _, ..] ? id
            : Given(TerritoryName).ToList() is [{ Length: > 0 } only] ? only
            : null;
    }

    /// <summary>Returns a path as a link to this host: two slashes would begin the name of another one.</summary>
    private static string OfThisHost(string path) => $"/{path.TrimStart('/')}";

    /// <summary>The name of the catalogue.</summary>
    public string Site { get; }

    /// <summary>The language of the page.</summary>
    public string Language { get; }

    /// <summary>The other language.</summary>
    public string OtherLanguage => PageLanguage.All.First(language => !string.Equals(language, Language, StringComparison.Ordinal));

    /// <summary>The path below the base URL, without an extension.</summary>
    public string Path { get; }

    /// <summary>The parameters of the request, except the language.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Query { get; }

    /// <summary>
    /// The address of the same content, whatever the syntax and the language; of a dataset that without its ready links for a territory.
    /// </summary>
    public string Canonical { get; }

    /// <summary>The language that links repeat; null when the request names none.</summary>
    public string? AskedLanguage => _asked;

    internal IReadOnlyList<Alternate> Alternates { get; }

    /// <summary>The values that the request gives a parameter.</summary>
    public IEnumerable<string> Given(string name) =>
        Query.Where(parameter => string.Equals(parameter.Key, name, StringComparison.Ordinal)).Select(parameter => parameter.Value);

    /// <summary>Whether the request gives a parameter a value.</summary>
    public bool Gives(string name, string value) => Given(name).Contains(value, StringComparer.Ordinal);

    /// <summary>The territory that the request names, as people write it; null for none.</summary>
    internal string? TerritoryIn(TerritoryIndexes indexes)
    {
        WrittenTerritory.Read(TerritoryName, Given(TerritoryName).FirstOrDefault(), indexes, out var place);
        return place is var (places, number) ? WrittenTerritory.Of(places, number) : null;
    }

    /// <summary>
    /// Writes the address of a thing as a link: one of this catalogue without the host, so that the page works wherever it is served, and
    /// in the language that was asked for, which only pages have. The address of a dataset has the territory of this page, so that its
    /// links are ready there. Null for anything that is no address of the web: it is never a link.
    /// </summary>
    public string? Link(string? address)
    {
        if (address is null || Local(address) is not { } local)
        {
            return Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" or "mailto" ? address : null;
        }

        local = _territory is not null && IsDataset(local) ? QueryHelpers.AddQueryString(local, TerritoryName, _territory) : local;
        return _base + (_asked is null || !VariesByLanguage(local) ? local : WithLanguage(local, _asked));
    }

    /// <summary>Whether an address is of this catalogue.</summary>
    public bool IsOurs(string address) => Local(address) is not null;

    /// <summary>The address of this page in a language.</summary>
    public string In(string language) => _base + WithLanguage(QueryHelpers.AddQueryString(_address, Query!), language);

    /// <summary>The absolute address of this page in a language, for search engines.</summary>
    public string AbsoluteIn(string language) => WithLanguage(Canonical, language);

    /// <summary>
    /// The address of this page with some parameters in place of all their values, from its first page on; an empty value removes one.
    /// </summary>
    public string With(params (string Name, string Value)[] changes)
    {
        var kept = Query.Where(parameter => parameter.Key is not ("page" or "cursor")
            && !Array.Exists(changes, change => string.Equals(change.Name, parameter.Key, StringComparison.Ordinal)));
        var added = changes.Where(change => change.Value.Length > 0).Select(change => KeyValuePair.Create(change.Name, change.Value));
        return Link(QueryHelpers.AddQueryString(_address, kept.Concat(added)!))!;
    }

    /// <summary>The address of this page without one value of a parameter.</summary>
    public string Without(string name, string value) => Link(QueryHelpers.AddQueryString(
        _address,
        Query.Where(parameter => parameter.Key is not ("page" or "cursor")
            && !(string.Equals(parameter.Key, name, StringComparison.Ordinal)
                && string.Equals(parameter.Value, value, StringComparison.Ordinal)))!))!;

    /// <summary>The address of a fingerprinted file.</summary>
    public string Asset(string name) => $"{_base}{SiteAssets.AddressOf(name)}";

    /// <summary>Whether an address may be that of a page; that of a feed, a calendar or another file has the extension of it.</summary>
    private static bool VariesByLanguage(string address) => System.IO.Path.GetExtension(address.Split('?')[0]) is "" or ".html";

    /// <summary>Whether an address is that of the page of a dataset.</summary>
    private static bool IsDataset(string address) =>
        address.Split('/') is ["", "datasets", { Length: > 0 } id] && id.IndexOfAny(['?', '#', '.']) < 0;

    private static string WithLanguage(string address, string language) =>
        QueryHelpers.AddQueryString(address, PageLanguage.Parameter, language);

    private string? Local(string address) => address.StartsWith('/') && !address.StartsWith("//", StringComparison.Ordinal) ? address
        : string.Equals(address, _iris.BaseUrl, StringComparison.Ordinal) ? "/"
        : address.StartsWith(_iris.BaseUrl + "/", StringComparison.Ordinal) ? address[_iris.BaseUrl.Length..]
        : null;
}
