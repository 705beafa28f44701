using System.Globalization;

namespace DataCatalog.Seeding;

/// <summary>How far a load is.</summary>
/// <param name="Noun">In the plural.</param>
/// <param name="Done">How many are saved.</param>
/// <param name="Total">Of how many.</param>
internal sealed record SeedProgress(string Noun, int Done, int Total)
{
    /// <summary>So many records later there is something to say again: a few seconds.</summary>
    public const int Step = 10_000;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"Loading {Noun}: {Done} of {Total}");
}
