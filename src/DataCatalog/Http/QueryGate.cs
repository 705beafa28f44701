using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using DataCatalog.Dcat.Rules;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace DataCatalog.Http;

/// <summary>
/// Refuses unknown query parameters and values of a wrong type, with an error that names the nearest allowed one. Ignoring a mistyped
/// filter would give a wrong answer that looks right.
/// </summary>
internal static class QueryGate
{
    private static readonly Type[] Simple = [typeof(int?), typeof(long?), typeof(bool?), typeof(string), typeof(string[])];

    /// <summary>The query parameters of each endpoint: finding them by reflection costs more than the rest of this check.</summary>
    private static readonly ConditionalWeakTable<Endpoint, Dictionary<string, Type>> Parameters = [];

    /// <summary>Marks the endpoints whose queries are checked.</summary>
    internal sealed record Checked;

    /// <summary>Metadata of an endpoint: the reason why it does not take a parameter that other endpoints take.</summary>
    /// <param name="Parameter">The parameter's name.</param>
    /// <param name="Why">The reason, and what to do instead.</param>
    internal sealed record NotHere(string Parameter, string Why);

    /// <summary>Metadata of an endpoint: a parameter that means <c>true</c> without a value, though it takes other values too.</summary>
    /// <param name="Parameter">The parameter's name.</param>
    internal sealed record AlsoFlag(string Parameter);

    public static IApplicationBuilder UseQueryGate(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        TrackingParameters.Drop(context.Request);
        return context.GetEndpoint() is { } endpoint && endpoint.Metadata.GetMetadata<Checked>() is not null
            && FirstFault(context.Request, endpoint) is { } fault
            ? fault.ExecuteAsync(context)
            : next(context);
    });

    private static ProblemHttpResult? FirstFault(HttpRequest request, Endpoint endpoint)
    {
        var allowed = Parameters.GetValue(endpoint, ParametersOf);
        CompleteFlags(request, name => allowed.GetValueOrDefault(name) == typeof(bool?)
            || endpoint.Metadata.OfType<AlsoFlag>().Any(flag => string.Equals(flag.Parameter, name, StringComparison.Ordinal)));
        foreach (var (name, values) in request.Query)
        {
            if (name is PageLanguage.Parameter && PageForm.IsAt(endpoint))
            {
                if (PageLanguage.FaultOf(values) is { } badLanguage)
                {
                    return badLanguage;
                }

                continue;
            }

            if (!allowed.TryGetValue(name, out var type))
            {
                var notHere = endpoint.Metadata.OfType<NotHere>()
                    .FirstOrDefault(other => string.Equals(other.Parameter, name, StringComparison.Ordinal));
                return Problems.BadQuery(Shown.Of(name), notHere?.Why ?? Unknown(name, [.. allowed.Keys]));
            }

            if (values.Count > 1 && type != typeof(string[]))
            {
                return Problems.BadQuery(name, $"'{name}' is given {values.Count} times; give it once.");
            }

            if (Expected(type, values.ToString()) is { } expected)
            {
                return Problems.BadQuery(name, $"'{name}' is '{Shown.Of(values.ToString())}'; expected {expected}.");
            }
        }

        return null;
    }

    /// <summary>
    /// Writes flags as <c>true</c> and <c>false</c>, before anything else reads the query: <c>?own</c> and <c>?own=True</c> have the links
    /// and the ETag of <c>?own=true</c>.
    /// </summary>
    private static void CompleteFlags(HttpRequest request, Func<string, bool> isFlag)
    {
        if (request.Query.Any(parameter => isFlag(parameter.Key) && parameter.Value.Any(IsOtherForm)))
        {
            request.QueryString = QueryString.Create(request.Query.Select(parameter => isFlag(parameter.Key)
                ? new(parameter.Key, parameter.Value.Select(value => FlagOf(value) ?? value).ToArray())
                : parameter));
        }
    }

    private static bool IsOtherForm(string? value) => FlagOf(value) is { } flag && !string.Equals(flag, value, StringComparison.Ordinal);

    /// <summary>Reads a flag as other programs write it, in any case; null for a text that is none.</summary>
    private static string? FlagOf(string? value) => value?.ToUpperInvariant() switch
    {
        "" or "1" or "TRUE" => "true",
        "0" or "FALSE" => "false",
        _ => null,
    };

    /// <summary>Returns what a value of a type looks like, when the value is not one; otherwise null.</summary>
    private static string? Expected(Type type, string value) =>
        type == typeof(int?) ? ExpectedNumber(value, int.MaxValue)
        : type == typeof(long?) ? ExpectedNumber(value, long.MaxValue)
        : type == typeof(bool?) && value is not ("true" or "false") ? "true or false, or 1 or 0"
        : null;

    private static string? ExpectedNumber(string value, long largest) => IsNumber(value, largest) ? null
        : value.Length > 0 && value.All(char.IsAsciiDigit) && value[0] is not '0'
            ? string.Create(CultureInfo.InvariantCulture, $"a whole number of at most {largest}")
            : "a whole number: digits only, without sign, blank or leading zero";

    /// <summary>Whether a text is digits without leading zeros, so that a page has one address.</summary>
    private static bool IsNumber(string text, long largest) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number <= largest
        && string.Equals(number.ToString(CultureInfo.InvariantCulture), text, StringComparison.Ordinal);

    /// <summary>Returns the error for an unknown parameter.</summary>
    public static string Unknown(string name, string[] allowed) => allowed.Length == 0
        ? $"'{Shown.Of(name)}' is not known here: this address takes no query parameters."
        : $"'{Shown.Of(name)}' is not known here.{EditDistance.DidYouMean(name, allowed)} Allowed: {string.Join(", ", allowed)}.";

    /// <summary>
    /// Returns the query parameters of a handler: those of simple type that the route does not contain, the properties of a query record,
    /// and the parameter of plain JSON. That of pages is taken too, but not named to programs.
    /// </summary>
    private static Dictionary<string, Type> ParametersOf(Endpoint endpoint)
    {
        var route = ((RouteEndpoint)endpoint).RoutePattern;
        return endpoint.Metadata.GetRequiredMetadata<MethodInfo>().GetParameters()
            .SelectMany(Queried)
            .Where(parameter => Simple.Contains(parameter.Type) && route.GetParameter(parameter.Name) is null)
            .Concat(endpoint.Metadata.GetMetadata<PlainJson.ForApps>() is null ? [] : [(PlainJson.Pretty, typeof(bool?))])
            .ToDictionary(parameter => parameter.Name, parameter => parameter.Type, StringComparer.Ordinal);
    }

    private static IEnumerable<(string Name, Type Type)> Queried(ParameterInfo parameter) =>
        parameter.IsDefined(typeof(AsParametersAttribute))
            ? parameter.ParameterType.GetProperties()
                .Select(property => (property.GetCustomAttribute<FromQueryAttribute>()!.Name!, property.PropertyType))
            : [(parameter.Name!, parameter.ParameterType)];
}
