using System.Text.RegularExpressions;

namespace DataCatalog.Tests;

/// <summary>
/// The real seed with only those communes that its entries name: the 39,000 others would cost each test's application seconds. The whole
/// of it is read and loaded by the content tests.
/// </summary>
internal static partial class TestSeed
{
    /// <summary>
    /// Paris, Marseille and Lyon with their arrondissements; Rennes; namesakes; a commune nouvelle; islands; small communes, one of
    /// 100 inhabitants, and those overseas; ten communes with one postcode.
    /// </summary>
    private static readonly string[] Always =
    [
        "35238", "27428", "75056", "13055", "69123", "93066", "97411", "11339", "30247", "01033", "22016", "29083", "29155",
        "85113", "97608", "97701", "94038", "91228", "35288", "2A004", "04074", "01001", "01084", "01093", "01113", "01146",
        "01272", "01328", "01356", "01393", "01412",
    ];

    private static readonly Lazy<string> Made = new(Make);

    /// <summary>A folder that no test changes.</summary>
    public static string Folder => Made.Value;

    private static string Make()
    {
        var source = Repository.PathOf("seed-data");
        var target = Directory.CreateTempSubdirectory("datacatalog-seed-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(target, recursive: true);
        var named = Directory.EnumerateFiles(source, "*.csv").SelectMany(file => Communes.Matches(File.ReadAllText(file)))
            .Select(match => match.Groups["code"].Value).Concat(Always).ToHashSet(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(source, "*.csv", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(target, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.WriteAllText(copy, Reduced(Path.GetFileName(file), File.ReadAllText(file), named));
        }

        return target;
    }

    private static string Reduced(string file, string text, HashSet<string> named) => file switch
    {
        "communes.csv" => Lines(text, line => named.Contains(line.Split(',')[0])),
        "former-communes.csv" => Lines(text, line => named.Contains(line.Split(':')[^1])),
        _ => text,
    };

    private static string Lines(string text, Func<string, bool> isKept)
    {
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return string.Join('\n', lines.Where((line, index) => index == 0 || isKept(line))) + "\n";
    }

    [GeneratedRegex("commune:(?<code>[0-9AB]{5})", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Communes { get; }
}
