using System.Runtime.InteropServices;
using System.Text.Json;

namespace DataCatalog.Territories;

/// <summary>What a text that somebody typed has in common with a place.</summary>
internal enum MatchedOn : byte
{
    Name,
    FormerName,
    Code,
    FormerCode,
    Postcode,
    Siren,

    /// <summary>A name that is in use beside the official one: an acronym, a former region.</summary>
    Alias,

    /// <summary>The name, with wrong letters in the text.</summary>
    Spelling,
}

/// <summary>The words for why a place was found, in answers.</summary>
internal static class MatchedOnNames
{
    private static readonly string[] Names = [.. Enum.GetNames<MatchedOn>().Select(JsonNamingPolicy.CamelCase.ConvertName)];

    /// <summary>Returns the value of <c>matchedOn</c>: <c>formerName</c>.</summary>
    public static string Name(this MatchedOn reason) => Names[(int)reason];
}

/// <summary>A place that a text may mean.</summary>
/// <param name="Place">The number of the place.</param>
/// <param name="On">Why it was found.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct PlaceHit(int Place, MatchedOn On);
