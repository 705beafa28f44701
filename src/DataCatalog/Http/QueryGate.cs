using System.Globalization;
using System.Reflection;
using DataCatalog.Dcat.Rules;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DataCatalog.Http;

/// <summary>
/// Refuses query parameters that an address does not know, and values that are not of the parameter's type, with an error that names
/// the nearest allowed one. A mistyped filter that is ignored gives a wrong answer that looks right.
/// </summary>
internal static class QueryGate
{
    /// <summary>Marks the endpoints whose queries are checked.</summary>
    internal sealed record Checked;

    public static IApplicationBuilder UseQueryGate(this IApplicationBuilder app) => app.Use((context, next) =>
        context.GetEndpoint() is { } endpoint && endpoint.Metadata.GetMetadata<Checked>() is not null
            && FirstFault(context.Request.Query, ParametersOf(endpoint)) is { } fault
            ? fault.ExecuteAsync(context)
            : next(context));

    private static ProblemHttpResult? FirstFault(IQueryCollection query, IReadOnlyDictionary<string, Type> allowed)
    {
        foreach (var (name, values) in query)
        {
            if (!allowed.TryGetValue(name, out var type))
            {
                return Problems.BadQuery(name, Unknown(name, [.. allowed.Keys]));
            }

            if (values.Count > 1)
            {
                return Problems.BadQuery(name, $"'{name}' is given {values.Count} times; give it once.");
            }

            if (type == typeof(int?) && !IsNumber(values.ToString()))
            {
                return Problems.BadQuery(name, $"'{name}' is '{values}'; expected a whole number.");
            }
        }

        return null;
    }

    /// <summary>Plain digits without leading zeros, so that a page has one address.</summary>
    private static bool IsNumber(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && string.Equals(number.ToString(CultureInfo.InvariantCulture), text, StringComparison.Ordinal);

    private static string Unknown(string name, string[] allowed) => allowed.Length == 0
        ? $"'{name}' is not known here: this address takes no query parameters."
        : $"'{name}' is not known here. Did you mean '{EditDistance.Nearest(name, allowed, 1)[0]}'? Allowed: {string.Join(", ", allowed)}.";

    /// <summary>The handler's own parameters that come from the query: those of simple type that the route does not name.</summary>
    private static Dictionary<string, Type> ParametersOf(Endpoint endpoint)
    {
        var route = ((RouteEndpoint)endpoint).RoutePattern;
        return endpoint.Metadata.GetRequiredMetadata<MethodInfo>().GetParameters()
            .Where(parameter => parameter.ParameterType == typeof(int?) || parameter.ParameterType == typeof(string))
            .Where(parameter => route.GetParameter(parameter.Name!) is null)
            .ToDictionary(parameter => parameter.Name!, parameter => parameter.ParameterType, StringComparer.Ordinal);
    }
}
