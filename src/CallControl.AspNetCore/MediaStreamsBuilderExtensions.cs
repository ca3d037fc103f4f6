using CallControl;
using CallControl.AspNetCore;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds the vendors' media streams to call control.</summary>
public static class MediaStreamsBuilderExtensions
{
    /// <summary>Lets vendors stream the audio of calls to this application. <c>app.MapMediaStream(...)</c> puts the endpoints in place.</summary>
    /// <remarks>Registers <see cref="IMediaStreams"/>.</remarks>
    /// <param name="builder">Within <c>AddCallControl</c>.</param>
    /// <param name="configure">Sets where vendors reach the endpoints; null when the options are configured elsewhere. Checked when the application starts.</param>
    public static CallControlBuilder AddMediaStreams(this CallControlBuilder builder, Action<MediaStreamsOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddOptions<MediaStreamsOptions>().Configure(configure ?? (static _ => { })).ValidateOnStart();
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<MediaStreamsOptions>, MediaStreamsOptionsValidator>());
        builder.Services.TryAddSingleton<MediaStreamMetrics>();
        builder.Services.TryAddSingleton<MediaStreams>();
        builder.Services.TryAddSingleton<IMediaStreams>(services => services.GetRequiredService<MediaStreams>());
        return builder;
    }
}
