using System.Globalization;
using DataCatalog.Dcat.Records;

namespace DataCatalog.Pages;

/// <summary>
/// Places boxes of degrees on a map of a fixed width. A degree of longitude is shorter than one of latitude, by the cosine of the latitude.
/// </summary>
/// <param name="frame">What the map shows.</param>
public sealed class MapScale(BoundingBox frame)
{
    /// <summary>The width of a map, in units of its drawing.</summary>
    public const double Width = 600;

    private const double Margin = 12;
    private const double LeastHeight = 60;
    private const double MostHeight = 1400;

    /// <summary>The smallest extent of a map, in degrees: a place without one has no scale.</summary>
    private const double LeastSpan = 0.001;

    /// <summary>The smallest side of a box that is still seen.</summary>
    private const double LeastSide = 2;

    private readonly double _shortening = Math.Cos((double)(frame.South + frame.North) / 2 * Math.PI / 180);

    public double Height => Math.Clamp(((double)(frame.North - frame.South) * Scale) + (2 * Margin), LeastHeight, MostHeight);

    /// <summary>Units of the drawing in a degree of latitude: as many as the width and the greatest height allow.</summary>
    private double Scale => Math.Min(
        (Width - (2 * Margin)) / Math.Max(LeastSpan, (double)(frame.East - frame.West) * _shortening),
        (MostHeight - (2 * Margin)) / Math.Max(LeastSpan, (double)(frame.North - frame.South)));

    public double Left(BoundingBox box) => Margin + ((double)(box.West - frame.West) * _shortening * Scale);

    public double Top(BoundingBox box) => Margin + ((double)(frame.North - box.North) * Scale);

    public double Bottom(BoundingBox box) => Margin + ((double)(frame.North - box.South) * Scale);

    public double WidthOf(BoundingBox box) => (double)(box.East - box.West) * _shortening * Scale;

    public double Middle(BoundingBox box) => Left(box) + (WidthOf(box) / 2);

    public double Centre(BoundingBox box) => (Top(box) + Bottom(box)) / 2;

    /// <summary>The attributes of a rectangle, in the order x, y, width, height.</summary>
    public (string X, string Y, string Width, string Height) Rectangle(BoundingBox box) => (
        Number(Left(box)),
        Number(Top(box)),
        Number(Math.Max(LeastSide, WidthOf(box))),
        Number(Math.Max(LeastSide, Bottom(box) - Top(box))));

    public static string Number(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
