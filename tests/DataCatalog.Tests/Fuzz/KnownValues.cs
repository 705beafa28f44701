using System.Text.RegularExpressions;

namespace DataCatalog.Tests.Fuzz;

/// <summary>
/// What the service names in its answers: paths of each operation, values of each parameter (cursors too), and whole addresses.
/// </summary>
internal sealed partial class KnownValues
{
    private static readonly string[] Starts =
    [
        "/", "/datasets?facets=all&pageSize=100", "/datasets?q=eau&facets=all&pageSize=3", "/datasets?q=assainisment",
        "/datasets?sort=title&pageSize=7", "/services?pageSize=100", "/series", "/models?pageSize=100", "/agents?pageSize=100",
        "/vocabularies?pageSize=100", "/vocabularies/themes", "/vocabularies/competences", "/vocabularies/licences",
        "/vocabularies/standards", "/vocabularies/relations", "/territories?pageSize=100", "/territories?q=rennes",
        "/territories?q=lyon", "/territories/commune:35238/datasets?pageSize=2&facets=theme",
        "/territories/commune:35238/mapping?competence=eau", "/catalog?pageSize=5", "/catalog?hvd=true&pageSize=50",
        "/changes?limit=20", "/suggest?q=eau",
    ];

    /// <summary>Values that parameters take and no link shows: good ones, and those at the edges of good.</summary>
    private static readonly Dictionary<string, string[]> Written = new(StringComparer.Ordinal)
    {
        ["q"] =
        [
            "eau", "eau potable", "l'école", "\"budget primitif\"", "cantin*", "zzzzqq", "saint-denis 974", "35000", "code_insee",
            "a", "écœuré", "eau -potable", "poubelle",
        ],
        ["match"] = ["covers", "within", "exact"],
        ["sort"] = ["relevance", "modified", "title"],
        ["facets"] = ["all", "theme", "competence", "publisher", "territory", "licence"],
        ["bbox"] =
        [
            "-1.8,48.0,-1.5,48.2", "-180,-90,180,90", "48,-1.8,48.2,-1.5", "170,-20,-170,20", "0,0,0,0", "-1.8,48.0,-1.5",
            "NaN,0,1,1", "1e308,0,1e309,1", "-181,0,1,1",
        ],
        ["temporal"] =
        [
            "2020/..", "../2020", "2020/2021", "2020-01-01/2020-12-31", "..", "../..", "2021/2020", "2020-02-30/..", "0000/9999",
            "2020",
        ],
        ["modifiedSince"] =
        [
            "2026-11-24T03:00:00Z", "2026-01-01", "2026-01-01T00:00:00+01:00", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z",
            "2026-13-01", "2026-11-24T03:00:00.1234567890Z",
        ],
        ["hasApi"] = ["true", "false", "True", "1", ""],
        ["own"] = ["true", ""],
        ["lang"] = ["fr", "en", "FR"],
        ["kind"] = ["commune", "departement", "region", "epci", "dataset", "service", "country"],
        ["within"] = ["departement:35", "region:53", "country:FRA", "commune:35238", "departement:2A"],
        ["territory"] = ["commune:35238", "commune:27428", "region:53", "departement:75", "country:FRA", "commune:63266", "commune:49319"],
        ["notOn"] = ["data.gouv.fr"],
        ["pageSize"] = ["1", "2", "3", "5"],
        ["limit"] = ["1", "5"],
        ["page"] = ["1", "2", "3"],
    };

    private readonly Dictionary<string, SortedSet<string>> _paths = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SortedSet<string>> _values = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _links = new(StringComparer.Ordinal);

    private KnownValues(IReadOnlyList<DescribedOperation> operations)
    {
        foreach (var operation in operations)
        {
            _paths[operation.Template] = new SortedSet<string>(StringComparer.Ordinal) { operation.Example };
            foreach (var parameter in operation.Query)
            {
                var example = parameter.Example.Equals("True", StringComparison.Ordinal) ? "true" : parameter.Example;
                Values(parameter.Name).UnionWith([example, .. Written.GetValueOrDefault(parameter.Name, [])]);
            }
        }

        _paths["/dumps/{name}"].UnionWith(
            [
                "/dumps/catalog.nt", "/dumps/catalog.ttl", "/dumps/catalog.csv", "/dumps/catalog.rdf.gz", "/dumps/catalog.jsonld",
                "/dumps/catalog-geonetwork.rdf",
            ]);
    }

    public string[] Links { get; private set; } = [];

    /// <summary>Reads what the service names; the same database gives the same values.</summary>
    public static async Task<KnownValues> ReadAsync(
        IReadOnlyList<DescribedOperation> operations, HttpClient client, CancellationToken cancellation)
    {
        var known = new KnownValues(operations);
        foreach (var start in Starts)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(start, UriKind.Relative));
            request.Headers.Add("Accept", "application/json");
            using var response = await client.SendAsync(request, cancellation);
            var text = Assert.IsType<string>(await response.Content.ReadAsStringAsync(cancellation));
            Assert.True(response.IsSuccessStatusCode, $"{start}: {text}");
            foreach (Match match in Addresses.Matches(text))
            {
                known.Add(operations, match.Groups["address"].Value);
            }
        }

        known.Links = [.. known._links];
        return known;
    }

    public string[] PathsOf(string template) => [.. _paths[template]];

    public string[] ValuesOf(string parameter) => [.. Values(parameter)];

    private void Add(IReadOnlyList<DescribedOperation> operations, string address)
    {
        var parts = address.Split('#')[0].Split('?', 2);
        var path = Extension.Replace(parts[0], "");
        if (operations.At(path) is not { } operation || path.Contains('{', StringComparison.Ordinal))
        {
            return;
        }

        _paths[operation.Template].Add(path);
        if (parts.Length == 1 || parts[1].Contains('{', StringComparison.Ordinal))
        {
            return;
        }

        _links.Add($"{path}?{parts[1]}");
        var pairs = parts[1].Split('&').Select(part => part.Split('=', 2))
            .Where(pair => pair.Length == 2 && pair[0] is not ("page" or "pageSize"));
        foreach (var pair in pairs)
        {
            Values(pair[0]).Add(Uri.UnescapeDataString(pair[1].Replace('+', ' ')));
        }
    }

    private SortedSet<string> Values(string parameter)
    {
        if (!_values.TryGetValue(parameter, out var values))
        {
            _values[parameter] = values = new SortedSet<string>(StringComparer.Ordinal);
        }

        return values;
    }

    [GeneratedRegex("\"" + CatalogApp.BaseUrl + "(?<address>/[^\"]*)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Addresses { get; }

    [GeneratedRegex("\\.json$", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Extension { get; }
}
