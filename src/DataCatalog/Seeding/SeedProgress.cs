using System.Globalization;

namespace DataCatalog.Seeding;

/// <summary>The progress of a load.</summary>
/// <param name="Noun">The kind of record, in the plural.</param>
/// <param name="Done">The number of saved records.</param>
/// <param name="Total">The number of all records of the kind.</param>
internal sealed record SeedProgress(string Noun, int Done, int Total)
{
    /// <summary>The number of records between two reports: a few seconds.</summary>
    public const int Step = 10_000;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"Loading {Noun}: {Done} of {Total}");
}
