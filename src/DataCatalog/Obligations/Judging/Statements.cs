using System.Globalization;
using DataCatalog.Dcat.Mapping;

namespace DataCatalog.Obligations.Judging;

/// <summary>What a request says about an authority, which only the authority knows. Nothing of it is kept.</summary>
/// <param name="Staff">In full-time equivalents; null when the request does not say.</param>
/// <param name="Has">The codes of the conditions that are true of it, in ordinal order.</param>
/// <param name="HasNot">The codes of the conditions that are not.</param>
internal sealed record Statements(int? Staff, IReadOnlyList<string> Has, IReadOnlyList<string> HasNot)
{
    public static readonly Statements None = new(null, [], []);

    /// <summary>What the answer repeats.</summary>
    public Said Said => new(Staff, Has, HasNot);

    /// <summary>The parameters that say it, in the order of the parameters and of the codes.</summary>
    public IEnumerable<string> Parameters =>
    [
        .. Staff is { } staff ? [string.Create(CultureInfo.InvariantCulture, $"staff={staff}")] : Array.Empty<string>(),
        .. Has.Select(code => $"has={code}"),
        .. HasNot.Select(code => $"hasNot={code}"),
    ];

    /// <summary>Tells whether a condition is true; null when the request does not say.</summary>
    public bool? Of(string condition) =>
        Has.Contains(condition, StringComparer.Ordinal) ? true : HasNot.Contains(condition, StringComparer.Ordinal) ? false : null;
}
