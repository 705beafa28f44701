using System.Globalization;

namespace DataCatalog.Rdf;

/// <summary>Recognises literals that readers get back unchanged from a JSON number or boolean (JSON-LD 1.1 API, section 8.2.2).</summary>
internal static class JsonScalar
{
    /// <summary>The first integer after which readers that keep numbers as doubles lose digits.</summary>
    private const long Limit = 1L << 53;

    public static bool IsBoolean(Literal literal) => literal.Datatype == Xsd.Boolean && literal.Value is ("true" or "false");

    /// <summary>Tells whether a literal is an integer in canonical form: no sign but <c>-</c>, no leading zero.</summary>
    public static bool IsInteger(Literal literal, out long number) =>
        long.TryParse(literal.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number)
        && number is > -Limit and < Limit
        && string.Equals(number.ToString(CultureInfo.InvariantCulture), literal.Value, StringComparison.Ordinal);
}
