using DataCatalog.Dcat.Records;
using FluentValidation;

namespace DataCatalog.Dcat.Rules;

/// <summary>A box in WGS 84 that does not cross the 180th meridian.</summary>
internal sealed class BoxValidator : AbstractValidator<BoundingBox>
{
    public BoxValidator()
    {
        RuleFor(box => box.West).Degrees(Wgs84.Longitude);
        RuleFor(box => box.East).Degrees(Wgs84.Longitude);
        RuleFor(box => box.South).Degrees(Wgs84.Latitude);
        RuleFor(box => box.North).Degrees(Wgs84.Latitude);
        RuleFor(box => box.East).Must((box, east) => box.West <= east).WithMessage("an east that is not west of the west");
        RuleFor(box => box.North).Must((box, north) => box.South <= north).WithMessage("a north that is not south of the south");
    }
}

/// <summary>A point in WGS 84.</summary>
internal sealed class PointValidator : AbstractValidator<Point>
{
    public PointValidator()
    {
        RuleFor(point => point.Longitude).Degrees(Wgs84.Longitude);
        RuleFor(point => point.Latitude).Degrees(Wgs84.Latitude);
    }
}

/// <summary>The limits of WGS 84, in degrees either way.</summary>
internal static class Wgs84
{
    public const decimal Longitude = 180;
    public const decimal Latitude = 90;
}
