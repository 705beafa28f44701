using DataCatalog.Dcat.Records;
using FluentValidation;

namespace DataCatalog.Dcat.Rules;

/// <summary>The rules on boxes in WGS 84. None crosses the 180th meridian.</summary>
internal sealed class BoxValidator : AbstractValidator<BoundingBox>
{
    public BoxValidator()
    {
        RuleFor(box => box.West).Degrees(Wgs84.Longitude);
        RuleFor(box => box.East).Degrees(Wgs84.Longitude);
        RuleFor(box => box.South).Degrees(Wgs84.Latitude);
        RuleFor(box => box.North).Degrees(Wgs84.Latitude);
        RuleFor(box => box.East).Must((box, east) => box.West <= east)
            .WithMessage("an eastern edge that is not west of the western one");
        RuleFor(box => box.North).Must((box, north) => box.South <= north)
            .WithMessage("a northern edge that is not south of the southern one");
    }
}

/// <summary>The rules on points in WGS 84.</summary>
internal sealed class PointValidator : AbstractValidator<Point>
{
    public PointValidator()
    {
        RuleFor(point => point.Longitude).Degrees(Wgs84.Longitude);
        RuleFor(point => point.Latitude).Degrees(Wgs84.Latitude);
    }
}

/// <summary>The largest coordinates of WGS 84 in either direction, in degrees.</summary>
internal static class Wgs84
{
    public const decimal Longitude = 180;
    public const decimal Latitude = 90;
}
