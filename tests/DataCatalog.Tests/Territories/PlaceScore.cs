using System.Diagnostics;
using System.Globalization;
using DataCatalog.Territories;

namespace DataCatalog.Tests.Territories;

/// <summary>How often the first hit was right, and how long the answers took.</summary>
internal sealed class PlaceScore(int count)
{
    private readonly List<double> _milliseconds = [];
    private int _drawn;
    private int _meant;

    /// <summary>The texts whose first hit is wrong, with what was drawn and what was found.</summary>
    public List<string> Wrong { get; } = [];

    public IReadOnlyList<double> Milliseconds => _milliseconds;

    /// <summary>The share of the texts whose first hit is right.</summary>
    public double Share => (_drawn + _meant) / (double)count;

    /// <summary>Asks for a text.</summary>
    public void Add(Place drawn, string text, TerritoryIndex places, Predicate<Place> isDrawn, Predicate<Place> isMeant)
    {
        var clock = Stopwatch.StartNew();
        var first = places.Find(text, 1);
        _milliseconds.Add(clock.Elapsed.TotalMilliseconds);
        if (first is [var hit])
        {
            _drawn += isDrawn(hit) ? 1 : 0;
            _meant += !isDrawn(hit) && isMeant(hit) ? 1 : 0;
            if (isDrawn(hit) || isMeant(hit))
            {
                return;
            }
        }

        Wrong.Add($"{text} ({drawn.Id} {drawn.Name}): {(first is [var other] ? $"{other.Id} {other.Name}" : "nothing")}");
    }

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Share:P1}, {(double)_drawn / count:P1} without ties");
}
