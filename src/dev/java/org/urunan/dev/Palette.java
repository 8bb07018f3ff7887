package org.urunan.dev;

import java.awt.Color;

/** The colours of a painted scene, from the top of the sky to what is nearest. */
enum Palette {
    DAWN(0x4a5a8a, 0xe8a98f, 0xffe3b8, 0xfff1cf, 0xb08aa0, 0x2f2b47),
    MORNING(0x7db4d8, 0xcfe6ee, 0xfdf3da, 0xfffbe8, 0x8fb7a8, 0x1f4a43),
    NOON(0x3f8fc4, 0x9fd0e4, 0xe9f5ef, 0xffffff, 0x86b78a, 0x1d5236),
    RAIN(0x5f7480, 0x9fb2b6, 0xd4dcd6, 0xe9eeea, 0x86a09a, 0x223f40),
    DUSK(0x2b2a55, 0xa2557a, 0xf2a065, 0xffd9a0, 0x7d4a72, 0x1c1630),
    NIGHT(0x0b1430, 0x1d3157, 0x3f6280, 0xf4f0d8, 0x2f4c6b, 0x070c1c),
    EARTH(0x7a4a26, 0xc48a4a, 0xefd8a8, 0xfff3d6, 0xb57b45, 0x3a2113),
    INDIGO(0x1e2a5a, 0x4a67a8, 0xd5def0, 0xf7f4e8, 0x5b78b4, 0x121a3c);

    final Color zenith;
    final Color sky;
    final Color horizon;
    final Color light;
    final Color far;
    final Color near;

    Palette(int zenith, int sky, int horizon, int light, int far, int near) {
        this.zenith = new Color(zenith);
        this.sky = new Color(sky);
        this.horizon = new Color(horizon);
        this.light = new Color(light);
        this.far = new Color(far);
        this.near = new Color(near);
    }

    /**
     * A colour of the land.
     *
     * @param nearness 0 at the horizon … 1 at the viewer's feet
     */
    Color land(double nearness) {
        return mix(far, near, nearness);
    }

    static Color mix(Color from, Color to, double part) {
        return new Color(
                part(from.getRed(), to.getRed(), part),
                part(from.getGreen(), to.getGreen(), part),
                part(from.getBlue(), to.getBlue(), part));
    }

    static Color withAlpha(Color color, int alpha) {
        return new Color(color.getRed(), color.getGreen(), color.getBlue(), alpha);
    }

    private static int part(int from, int to, double part) {
        return (int) Math.round(from + (to - from) * Math.clamp(part, 0.0, 1.0));
    }
}
