namespace DataCatalog.Tests.Fuzz;

/// <summary>Values that are wrong, or at the edge of right, as they go over the wire.</summary>
internal static class OddValues
{
    private static readonly string[] Numbers =
    [
        "0", "-1", "1", "99", "100", "101", "1000", "2147483647", "2147483648", "-2147483648", "4294967296", "9223372036854775807",
        "9223372036854775808", "01", "%2B1", "1.0", "1e3", "0x10", "%201", "1%20", "1%00", "%D9%A1", "%EF%BC%91", "NaN", "Infinity",
        "",
    ];

    private static readonly string[] Texts =
    [
        "", "%20", "%20%20%20", ".", "..", "...", "-", "--", "_", "0", "null", "undefined", "true", "*", "%22", "%22%22", "'", "''",
        "%22a", "a%22", "(", ")", "((((((((", "NEAR(a%20b)", "a%20AND", "OR", "NOT", "a%20NOT%20b", "^a", "a*", "*a", "%7Ba%7D",
        "title:a", "-a", "%2B", "a%3Bdrop%20table%20x", "'%20or%201=1--", "%3Cscript%3Ealert(1)%3C/script%3E", "a,b", "a%2Cb",
        "a;b", "a:b", "commune:", ":35238", "commune:35238:1", "commune:999999999999999999999", "commune:2A004", "commune:2a004",
        "COMMUNE:35238", "region:%2D1", "http://localhost:5080/datasets/x",
        "http://publications.europa.eu/resource/authority/data-theme/ENVI", "%F0%9F%98%80", "%E2%80%AE", "e%CC%81", "%C5%93uvre",
        "%E6%B0%B4%E9%81%93", "%D9%85%D8%A7%D8%A1", "%E2%80%8B", "%00", "a%00b", "%01", "%1F", "%7F", "%C2%85", "%E2%80%A8",
        "%EF%BB%BF", "%EF%BF%BF", "%ED%A0%80", "%FF", "%C3%28", "%F4%90%80%80", "%C0%AF", "%0A", "%0D%0AX-Evil:%201",
        "%0D%0A%0D%0A", "%09", "%3E;%20rel=%22evil%22", "%3Chttp://evil.example%3E", "%5C", "%7C", "%60", "%7B0%7D", "%25s%25n",
        "%2500", "%252D", "%252F", "%2F", "%", "%2", "%zz", "%u0041", "+", "a+b", "#", "%23", "a%26b=c", "%3D", "%3F", "a%3Fb",
        "[]", "\u00E9", "\u00FF", "\u00C3\u00A9",
    ];

    /// <summary>What is put inside something good.</summary>
    private static readonly string[] Insertions =
    [
        "%00", "%00", "%01", "%09", "%0A", "%0D", "%20", "%2500", "%2500", "%2520", "%252D", "%25", "%2F", "%252F", "%5C", "%7F",
        "%C3%A9", "%FF", "%F0%9F%98%80", "..", "%2E%2E", "/", "//", "/../", "/./", ";", ";a=b", ":", "'", "%22", "%3C", "%3E", "+",
        "-", "_", "=", ".", "~", "!", "*", "@", ",", "A", "0", "%E2%80%8B", "%ED%A0%80", "%",
    ];

    private static readonly string[] Repeated =
    [
        "a", "9", "9", "9", "0", "A", "-", "%20", "%22", "a%20", "a*%20", "%22a%22%20", "(", "%C3%A9", "%E6%B0%B4", "%F0%9F%98%80",
        "%2500", "..%2F", "a,", "commune:", "NEAR ".Replace(" ", "%20", StringComparison.Ordinal), "eau%20",
    ];

    private static readonly int[] Lengths = [50, 200, 201, 500, 1000, 2000, 4000, 7000, 8000];

    public static string Of(Random random, string type) => random.Next(10) switch
    {
        0 => Long(random),
        < 6 when type is "integer" => Pick(random, Numbers),
        1 or 2 => Pick(random, Numbers),
        _ => Pick(random, Texts),
    };

    /// <summary>Up to 8 KB of one thing, at times behind a good beginning.</summary>
    public static string Long(Random random)
    {
        var piece = Pick(random, Repeated);
        return (random.Next(3) == 0 ? "commune:" : "")
            + string.Concat(Enumerable.Repeat(piece, Math.Max(1, Pick(random, Lengths) / piece.Length)));
    }

    /// <summary>
    /// Spoils one place of something good: a character is replaced, taken away, doubled or encoded (once or twice), or something is put in.
    /// </summary>
    public static string Spoilt(Random random, string good)
    {
        var place = random.Next(good.Length + 1);
        var (before, after) = (good[..place], good[place..]);
        var rest = after.Length > 0 ? after[1..] : "";
        return random.Next(8) switch
        {
            0 => before + Pick(random, Insertions) + rest,
            1 => before + rest,
            2 when after.Length > 0 => before + after[0] + after,
            3 when after.Length > 0 => $"{before}%{(int)after[0]:X2}{rest}",
            4 when after.Length > 0 => $"{before}%25{(int)after[0]:X2}{rest}",
            5 when after.Length > 0 =>
                before + (char.IsLower(after[0]) ? char.ToUpperInvariant(after[0]) : char.ToLowerInvariant(after[0])) + rest,
            6 => good + Pick(random, Insertions),
            _ => before + Pick(random, Insertions) + after,
        };
    }

    public static T Pick<T>(Random random, IReadOnlyList<T> values) => values[random.Next(values.Count)];
}
